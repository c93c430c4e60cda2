package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.Event;
import org.junit.jupiter.api.Test;

/** The process zombie claims the message a first, and the process heir after it. */
class FencingChecksTest {
    private final EvidenceBuilder run = new EvidenceBuilder().sent("a");

    @Test
    void aLateEffectThatIsRefusedIsSo() {
        zombie().leased(1).attempted("a", "a");
        heir().leased(2).performed("a").completed();
        zombie().fact(new Event.Fenced("a", Event.Fenced.EFFECT, 1, 2));

        judged(FencingChecks.LATE_EFFECT_REFUSED, run).passes("1 refused: a (token 1, the newest is 2)");
        judged(FencingChecks.LATE_COMPLETION_REFUSED, run).isUnknown("nothing came too late");
    }

    @Test
    void aLateEffectThatIsPerformedIsFound() {
        zombie().leased(1).attempted("a", "a");
        heir().leased(2).performed("a").completed();
        zombie().performed("a");

        judged(FencingChecks.LATE_EFFECT_REFUSED, run).fails("1 came too late and were not refused: a by zombie");
    }

    @Test
    void anEffectThatCameBeforeTheOthersIsNotLateWheneverItIsRecorded() {
        zombie().leased(1).performed("a");
        heir().leased(2).performed("a").completed();

        judged(FencingChecks.LATE_EFFECT_REFUSED, run).isUnknown("nothing came too late");
    }

    @Test
    void aLateCompletionThatIsRefusedIsSo() {
        zombie().leased(1).performed("a");
        heir().leased(2).completed();
        zombie().fact(new Event.Fenced("a", Event.Fenced.COMPLETION, 1, 2));

        judged(FencingChecks.LATE_COMPLETION_REFUSED, run).passes("1 refused: a (token 1, the newest is 2)");
    }

    @Test
    void aLateCompletionThatIsRecordedIsFound() {
        zombie().leased(1).performed("a");
        heir().leased(2);
        zombie().completed();

        judged(FencingChecks.LATE_COMPLETION_REFUSED, run).fails("1 came too late and were not refused: a by zombie");
    }

    @Test
    void aConsumerThatClaimsAgainIsNotItsOwnZombie() {
        zombie().leased(1).attempted("a", "a").leased(2).performed("a").completed();

        judged(FencingChecks.LATE_COMPLETION_REFUSED, run).isUnknown("nothing came too late");
    }

    @Test
    void withoutClaimsThereIsNothingToJudge() {
        zombie().processed("a");

        judged(FencingChecks.LATE_EFFECT_REFUSED, run).isSkipped("no consumer recorded that it claimed a message");
        judged(FencingChecks.LATE_COMPLETION_REFUSED, run).isSkipped("no consumer recorded");
        judged(FencingChecks.LATE_EFFECT_REFUSED, run.unobserved("c-1")).isSkipped("not judged");
    }

    private EvidenceBuilder zombie() {
        return run.by("zombie");
    }

    private EvidenceBuilder heir() {
        return run.by("heir");
    }
}
