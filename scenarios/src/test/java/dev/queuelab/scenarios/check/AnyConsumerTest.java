package dev.queuelab.scenarios.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import picocli.CommandLine;

/** No check and no table crashes, whatever a consumer did: nothing, all twice, or half, in whatever order. */
class AnyConsumerTest {
    private static final List<String> FILES =
            List.of("calm.log", "rough.log", "versions.log", "version.json", "occurred_at.json");

    @Property(tries = 200)
    void noCheckCrashes(@ForAll("runs") EvidenceBuilder run) {
        Evidence evidence = run.evidence();
        for (Catalogue.Entry entry : Catalogue.all()) {
            Scenario scenario = entry.create().get();
            new CommandLine(scenario).parseArgs();
            assertThat(scenario.allChecks())
                    .allSatisfy(check -> assertThat(check.evaluate(evidence).finding())
                            .as(entry.name() + ": " + check.name())
                            .isNotEmpty()
                            .doesNotContain("crashed"));
            assertThat(scenario.tables())
                    .allSatisfy(
                            table -> assertThat(table.draw().apply(evidence)).isNotNull());
        }
    }

    @Provide
    Arbitrary<EvidenceBuilder> runs() {
        Arbitrary<List<Integer>> choices =
                Arbitraries.integers().between(0, 999).list().ofMaxSize(60);
        Arbitrary<String> line = Arbitraries.of(
                "",
                "0",
                "nonsense",
                "{\"version\": 3}",
                "{\"version\": \"x\"}",
                "{\"version\": 1e400}",
                "{",
                "null",
                "7");
        return choices.flatMap(some -> line.list().ofMaxSize(4).map(lines -> run(some, lines)));
    }

    private static EvidenceBuilder run(List<Integer> choices, List<String> lines) {
        EvidenceBuilder run = new EvidenceBuilder();
        FILES.forEach(file -> run.file(file, lines.toArray(String[]::new)));
        IntStream.range(0, choices.size()).forEach(place -> apply(run, choices.get(place), place));
        return run;
    }

    private static void apply(EvidenceBuilder run, int choice, int place) {
        String id = "m" + choice % 7;
        run.by(Stream.of("producer-1", "producer-late", "consumer-1", "consumer-leaving", "runner")
                .toList()
                .get(choice % 5));
        switch (choice % 23) {
            case 0, 1, 2 -> run.sent(id);
            case 3 -> run.sentPoison(id);
            case 4, 5 -> run.received(id);
            case 6 -> run.redelivered(id);
            case 7 -> run.processed(id);
            case 8 -> run.attempted(id, "biz:k:" + choice);
            case 9 -> run.claimed(id);
            case 10 -> run.deleted(id);
            case 11 -> run.deadLettered(id);
            case 12 -> run.leftOnTheQueue(choice % 3);
            case 13 -> run.expired(id);
            case 14 -> run.unobserved("consumer-9");
            case 15 -> run.statusRecord(id, "COMPLETED", choice % 3);
            case 16 -> run.recorded(id, id, choice % 3);
            case 17 -> run.fact(new Event.Signalled("consumer-leaving", "TERM"));
            case 18 -> run.fact(new Event.Exited("consumer-leaving", choice % 2));
            case 19 -> run.fact(new Event.QueueSeen("consumer-leaving", "before-signal", place, choice % 2));
            case 20 -> run.fact(new Event.ScalingDecided(choice % 3, choice % 2, place, 1.5, "so"));
            case 21 -> run.fact(new Event.PurgeAnswered(choice % 2 == 0, "so"));
            default ->
                run.fact(new Event.Started("consumer", 1, Map.of()))
                        .fact(new Event.Received(id, "other", 9, Instant.EPOCH, null));
        }
    }
}
