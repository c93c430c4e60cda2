package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.payload.SchemaVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The message o is of the older version, n of the newer, u of one that nobody reads. */
class SchemaChecksTest {
    private final SchemaChecks schemas = new SchemaChecks(
            Map.of("old", new SchemaVersion(1, 0), "new", new SchemaVersion(1, 1), "next", new SchemaVersion(2, 0)),
            "next");
    private final EvidenceBuilder run = new EvidenceBuilder();

    SchemaChecksTest() {
        run.by("producer-old").sent("o");
        run.by("producer-new").sent("n");
        run.by("producer-next").sent("u");
    }

    @Test
    void aTolerantFleetIsAsItShouldBe() {
        run.by("consumer-old").processed("n");
        run.by("consumer-new").processed("o").file("log", "EUR");
        rejected("its schema version is 2.0, and this consumer reads 1.x").deadLettered("u");

        judged(schemas.knownDoneAtOnce(), run).passes("all 2 were deleted at their first delivery");
        judged(schemas.onlyUnknownDeadLettered(), run).passes("1 of 1 dead-lettered");
        judged(schemas.unknownNeverDone(), run).passes("none of 1 was done");
        judged(schemas.reasonOnRecord(), run).passes("all 1 have one, such as: its schema version is 2.0");
        judged(schemas.defaultUsed("log", "EUR"), run).passes("of 1 without the field, 1 were read as EUR");
        judged(schemas.crossed(), run).passes("a consumer of 1.0 received a message of 1.1, a consumer of 1.1");
        assertThat(schemas.table().draw().apply(run.evidence()).rows())
                .containsExactly(
                        List.of("1.0", "1", "0", "1", "0", "0"),
                        List.of("1.1", "1", "1", "0", "0", "0"),
                        List.of("2.0", "1", "0", "0", "1", "1"));
    }

    @Test
    void aKnownVersionThatIsRejectedIsFound() {
        run.by("consumer-old").received("n").fact(new Event.Rejected("n", "m-n", "strict"));
        run.by("consumer-old").processed("o").deadLettered("n");

        judged(schemas.knownDoneAtOnce(), run).fails("1 of 2 were not: n");
        judged(schemas.onlyUnknownDeadLettered(), run).fails("1 others dead-lettered: n");
    }

    @Test
    void anUnknownVersionThatIsDoneOnAGuessIsFound() {
        run.by("consumer-old").processed("u");

        judged(schemas.unknownNeverDone(), run).fails("1 were done: u");
    }

    @Test
    void aDeadLetterWithoutAReasonOrWithAnotherOneIsFound() {
        run.deadLettered("u");
        judged(schemas.reasonOnRecord(), run).fails("1 have none: u");

        rejected("its body contains POISON");
        judged(schemas.reasonOnRecord(), run).fails("1 have none: u");
    }

    @Test
    void withoutADeadLetterThereIsNoReasonToFind() {
        judged(schemas.reasonOnRecord(), run).isUnknown("nothing was dead-lettered");
    }

    @Test
    void aFieldThatIsReadAsSomethingElseIsFound() {
        run.by("consumer-new").processed("o").file("log", "null");

        judged(schemas.defaultUsed("log", "EUR"), run).fails("of 1 without the field, 0 were read as EUR");
    }

    @Test
    void consumersThatMeetTheirOwnVersionProveNothing() {
        run.by("consumer-old").processed("o");
        run.by("consumer-new").processed("n");
        judged(schemas.crossed(), run).isUnknown("no versions met");

        run.by("consumer-old").received("u").received("n");
        judged(schemas.crossed(), run).isUnknown("a consumer of 1.0 received a message of 1.1");
    }

    private EvidenceBuilder rejected(String reason) {
        return run.by("consumer-old").received("u").fact(new Event.Rejected("u", "m-u", reason));
    }
}
