package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.scenarios.kit.Catalogue;
import org.junit.jupiter.api.Test;

class LivenessChecksTest {
    private final EvidenceBuilder run = new EvidenceBuilder().sent("a", "b").by("consumer-1");

    @Test
    void aConsumerThatEndsUnaskedIsFoundWithItsLastMessage() {
        run.received("a").received("b").by("runner").fact(new Event.EndedUnasked("consumer-1", 3, "Error: poison"));

        judged(LivenessChecks.STAYED_UP, run)
                .fails(
                        "consumer-1 ended by itself with exit code 3, after it had received 2 messages, the last of them b;"
                                + " its last lines: Error: poison");
    }

    @Test
    void aStallIsFoundWithItsTime() {
        run.received("a").by("runner").fact(new Event.Stalled("consumer-1", 2, 30.04));

        judged(LivenessChecks.KEPT_RECEIVING, run)
                .fails("consumer-1 ran, but asked for no message for 30.04 s, while 2 waited and none was in flight");
    }

    @Test
    void consumersThatGoOnAreNotBlamed() {
        judged(LivenessChecks.STAYED_UP, run).passes("none ended by itself");
        judged(LivenessChecks.KEPT_RECEIVING, run).passes("none stood still");
    }

    @Test
    void aPlayThatAConsumerCutShortIsJudgedByThatAlone() {
        var scenario = Catalogue.find("happy").orElseThrow().create().get();
        assertThat(scenario.checksFor(run.evidence())).hasSizeGreaterThan(2);

        run.by("runner").fact(new Event.Stalled("consumer-1", 2, 30));

        assertThat(scenario.checksFor(run.evidence())).isEqualTo(LivenessChecks.ALL);
    }
}
