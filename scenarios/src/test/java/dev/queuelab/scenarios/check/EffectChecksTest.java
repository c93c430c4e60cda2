package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import org.junit.jupiter.api.Test;

class EffectChecksTest {
    private final EvidenceBuilder run = new EvidenceBuilder();

    @Test
    void eachEffectWasPerformedOnce() {
        run.sent("a", "b").processed("a", "b");

        judged(EffectChecks.PERFORMED_ONCE, run).passes("2 effects, each performed once");
    }

    @Test
    void aMessageReceivedTwiceIsNoEffectPerformedTwice() {
        run.sent("a").received("a").processed("a").skipped("a", "a");

        judged(EffectChecks.PERFORMED_ONCE, run).passes("1 effects");
    }

    @Test
    void anEffectUnderTheSameKeyShowsWhenItIsRepeated() {
        run.sent("a", "b").processed("a", "b").processed("a");

        judged(EffectChecks.PERFORMED_ONCE, run).fails("1 performed more than once: a (2 times)");
    }

    @Test
    void whenConsumersReportMoreThanWasRecordedNothingIsDecided() {
        run.sent("a").processed("a").claimed("a");

        judged(EffectChecks.PERFORMED_ONCE, run).isUnknown("consumers report more performances");
    }

    @Test
    void anEffectThatNoConsumerLivedToRecordIsStillOne() {
        run.sent("a").performedUnseen("a");

        judged(EffectChecks.PERFORMED_ONCE, run).passes("1 effects");
    }

    @Test
    void poisonHasNoEffect() {
        run.sentPoison("p").received("p").deadLettered("p");

        judged(EffectChecks.POISON_NEVER_PERFORMED, run).passes("none of 1");
    }

    @Test
    void poisonThatHadAnEffectIsFound() {
        run.sentPoison("p").processed("p");

        judged(EffectChecks.POISON_NEVER_PERFORMED, run).fails("1 had an effect: p");
    }

    @Test
    void oneEffectMayStandForSeveralMessages() {
        run.sent("a", "b").attempted("a", "biz:k:1").performed("biz:k:1").skipped("b", "biz:k:1");

        judged(EffectChecks.performedTogether("one", "One effect.", "p", 1), run)
                .passes("performed 1 times, under biz:k:1");
    }

    @Test
    void theSameWorkUnderTwoNamesShows() {
        run.sent("a", "b")
                .attempted("a", "a")
                .performed("a")
                .attempted("b", "b")
                .performed("b");

        judged(EffectChecks.performedTogether("one", "One effect.", "p", 1), run)
                .fails("performed 2 times, under a, b; expected 1");
    }

    @Test
    void oneMessagesWorkPerformedUnderTwoNamesIsARepetition() {
        run.sent("a")
                .attempted("a", "m-1")
                .performed("m-1")
                .attempted("a", "m-2")
                .performed("m-2");

        judged(EffectChecks.PERFORMED_ONCE, run).fails("1 performed more than once: a (under m-1, m-2)");
    }

    @Test
    void twoMessagesWorkPerformedUnderOneNameIsNone() {
        run.sent("a", "b").attempted("a", "biz:k:v").performed("biz:k:v").skipped("b", "biz:k:v");

        judged(EffectChecks.PERFORMED_ONCE, run).passes("1 effects");
    }
}
