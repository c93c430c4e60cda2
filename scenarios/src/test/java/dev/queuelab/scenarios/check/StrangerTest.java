package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A consumer that knows nothing of the laboratory, and one that shows what it knows. */
class StrangerTest {
    private final EvidenceBuilder run = new EvidenceBuilder().unobserved("consumer-1");

    @Test
    void whoRecordsNoEffectIsBelievedToHaveDoneWhatItDeletes() {
        run.sent("a", "b").received("a").deleted("a").deadLettered("b");

        judged(LossChecks.NOTHING_LOST, seen())
                .passes("of 2 messages, 1 were deleted by consumers, whose effects are not seen, and 1 dead-lettered");
        judged(EffectChecks.PERFORMED_ONCE, run).isSkipped("no consumer recorded an effect");
    }

    @Test
    void whatItNeitherDeletedNorLeftIsNotHeldAgainstIt() {
        run.sent("a");

        judged(LossChecks.NOTHING_LOST, seen()).isUnknown("1 of 1 were neither deleted by a consumer");
    }

    @Test
    void whoRecordsSomeEffectIsHeldToAll() {
        run.sent("a", "b").processed("a").received("b").deleted("b");

        judged(LossChecks.NOTHING_LOST, seen()).fails("1 of 2 lost: b");
    }

    @Test
    void poisonIsNoMatterForWhoHandlesItLikeAnyMessage() {
        run.sent("a").sentPoison("p").processed("a", "p");

        assertThat(checks("poison")).containsExactly("applicable");
        judged(scenario("poison").checksFor(run.evidence()).get(0), run)
                .isSkipped("needs poison-marker, and nothing that the consumer did shows that it has that");
    }

    @Test
    void whoRejectsSomePoisonIsHeldToAllOfIt() {
        run.sent("a").sentPoison("p").sentPoison("q").processed("a", "p").received("q");

        assertThat(checks("poison")).contains("poison never performed");
    }

    @Test
    void whoReceivesOneAtATimeIsNotAskedAboutBatches() {
        run.sent("a").sentPoison("p").processed("a").received("p");
        assertThat(checks("poison-partial-batch")).contains("batch seen"); // for nobody sees its calls
        seen();
        assertThat(checks("poison-partial-batch")).containsExactly("applicable");

        run.received("p").received("a");
        assertThat(checks("poison-partial-batch")).contains("batch seen");
    }

    @Test
    void whoDeletesOneAtATimeCannotFailInPart() {
        run.sent("a").processed("a");

        assertThat(checks("crash-partial-delete")).containsExactly("applicable");
    }

    @Test
    void whoRejectsPoisonUntilAFixIsHeldToAllOfIt() {
        run.sentPoison("p")
                .received("p")
                .by("consumer-2")
                .redelivered("p")
                .attempted("p", "p")
                .performed("p")
                .deleted("p");

        assertThat(checks("poison")).contains("poison never performed");
    }

    @Test
    void ourOwnConsumerIsHeldToEverything() {
        EvidenceBuilder own = new EvidenceBuilder()
                .fact(new Event.Started("consumer", 1, Map.of("QUEUE_URL", "q")))
                .sent("a")
                .sentPoison("p")
                .processed("a", "p");

        assertThat(names(scenario("poison").checksFor(own.evidence()))).contains("poison never performed");
    }

    @Test
    void whoSaysThatItStartedAndNoSettingsIsAStranger() {
        EvidenceBuilder other = new EvidenceBuilder()
                .fact(new Event.Started("consumer", 1, Map.of()))
                .sentPoison("p")
                .processed("p");

        assertThat(names(scenario("poison").checksFor(other.evidence()))).containsExactly("applicable");
    }

    @Test
    void businessKeysVersionsAndAgesAreKnownByTheirTraces() {
        run.sent("a").processed("a");
        assertThat(checks("business")).containsExactly("applicable");
        assertThat(checks("version-order")).containsExactly("applicable");
        assertThat(checks("backlog-drain")).containsExactly("applicable");

        run.attempted("a", "biz:order_id:1").file("versions.log", "{\"version\": 1}");
        run.sent("old").received("old").deleted("old");

        assertThat(checks("business")).hasSizeGreaterThan(1);
        assertThat(checks("version-order")).hasSizeGreaterThan(1);
        assertThat(checks("backlog-drain")).hasSizeGreaterThan(1);
    }

    @Test
    void aConsumerWithoutALogIsJudgedByTheOrderOfItsCalls() {
        Check order = OrderingChecks.inOrder("order", "In order.", "log", "1", () -> List.of("0", "1"));
        run.by("producer-1").sent("a", "b").by("consumer-1").processed("a", "a", "b");
        judged(order, seen()).passes("the 2 effects came in the order");

        EvidenceBuilder other =
                new EvidenceBuilder().unobserved("consumer-1").by("producer-1").sent("a", "b");
        other.by("consumer-1").received("a").received("b").deleted("b").deleted("a");
        judged(order, other).fails("after 0 effects in order came 1, which was sent after 0");
    }

    /** By the gateway. */
    private EvidenceBuilder seen() {
        return run.wire(new WireEvidence(History.of(List.of()), Set.of()));
    }

    private List<String> checks(String scenario) {
        return names(scenario(scenario).checksFor(run.evidence()));
    }

    private static List<String> names(List<Check> checks) {
        return checks.stream().map(Check::name).toList();
    }

    private static Scenario scenario(String name) {
        Scenario scenario = Catalogue.find(name).orElseThrow().create().get();
        new CommandLine(scenario).parseArgs();
        return scenario;
    }
}
