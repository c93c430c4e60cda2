package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import dev.queuelab.core.history.Event;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The producer good sends the message a, which a fix cures, and the producer bad sends b, which it does not. */
class TriageChecksTest {
    private static final TriageChecks TRIAGE = new TriageChecks(Set.of("good"), Set.of("bad"));

    private final EvidenceBuilder run = new EvidenceBuilder();

    @Test
    void theCuredAreDoneAndTheRestStays() {
        failTwice("a", "b");
        redrive();
        run.by("consumer-2").processed("a").deadLettered("b");

        judged(TRIAGE.curedDone(), run).passes("all 1 were done");
        judged(TRIAGE.restStayed(), run).passes("all 1 are there, and none was delivered again");
        judged(TRIAGE.restNeverDone(), run).passes("none of 1 was done");
        judged(TRIAGE.allDeadLettered(), run).passes("all of bad, good");
    }

    @Test
    void aCuredMessageThatStaysIsFound() {
        failTwice("a", "b");
        redrive();
        run.deadLettered("a", "b");

        judged(TRIAGE.curedDone(), run).fails("1 of 1 were not done: a");
    }

    @Test
    void aMessageThatComesBackAndIsDeadLetteredAgainIsFound() {
        failTwice("a", "b");
        redrive();
        run.by("consumer-2").received("b").deadLettered("b");

        judged(TRIAGE.restStayed(), run).fails("1 were delivered again: b");
    }

    @Test
    void aMessageThatIsLostInTheTriageIsFound() {
        failTwice("a", "b");
        redrive();

        judged(TRIAGE.restStayed(), run).fails("1 are not in the dead-letter queue any more: b");
    }

    @Test
    void aMessageThatIsDoneThoughNobodyWantsItIsFound() {
        failTwice("a", "b");
        redrive();
        run.by("consumer-2").processed("b");

        judged(TRIAGE.restNeverDone(), run).fails("1 were done: b");
    }

    @Test
    void whereSomeDidNotFailNothingIsProved() {
        send();
        run.by("consumer-1").received("a").received("a").received("b");
        redrive();

        judged(TRIAGE.allDeadLettered(), run).isUnknown("not all failed as they should of bad");
    }

    @Test
    void whereSomeWereDoneBeforeNothingIsProved() {
        send();
        run.by("consumer-1").received("a").processed("a").received("b").received("b");
        redrive();

        judged(TRIAGE.allDeadLettered(), run).isUnknown("not all failed as they should of good");
    }

    @Test
    void withoutARedriveNothingIsProved() {
        failTwice("a", "b");

        judged(TRIAGE.allDeadLettered(), run).isUnknown("there was no redrive");
    }

    private void send() {
        run.by("producer-good").sent("a").by("producer-bad").sent("b");
    }

    private void failTwice(String... ids) {
        send();
        run.by("consumer-1");
        for (String id : ids) {
            run.received(id).received(id);
        }
    }

    private void redrive() {
        run.by("runner").fact(new Event.RedriveSeen("SELECTING", 0, 1));
    }
}
