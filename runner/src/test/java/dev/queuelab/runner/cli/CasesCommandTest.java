package dev.queuelab.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.process.Dist;
import dev.queuelab.report.results.JsonCases;
import dev.queuelab.report.results.ResultsSchema;
import dev.queuelab.scenarios.cases.CaseKind;
import dev.queuelab.scenarios.cases.Cases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesCommandTest {
    private final StringWriter printed = new StringWriter();

    @Test
    void listsEveryCase() {
        assertThat(run("cases")).isZero();

        assertThat(printed.toString().lines()).hasSize(1 + Cases.all().size());
        Cases.all().forEach(one -> assertThat(printed.toString()).contains("\n" + one.id() + " ", one.claim()));
    }

    @Test
    void listsThoseOfAKind() {
        assertThat(run("cases", "--kind", "dead-polls")).isZero();

        assertThat(printed.toString().lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("dead-polls/"));
    }

    @Test
    void explainsOne() {
        assertThat(run("cases", "shutdown/under-load-finishes-work")).isZero();

        assertThat(printed.toString())
                .contains(
                        "Answers:     the library",
                        "https://github.com/awspring/spring-cloud-aws/issues/1661",
                        "Judged in:   shutdown-under-load, by work in hand finished",
                        "conformance --case shutdown/under-load-finishes-work --consumer-cmd CMD");
    }

    @Test
    void printsTheSameAsJson() {
        assertThat(run("cases", "--json", "--kind=freeze")).isZero();

        assertThat(printed)
                .hasToString(JsonCases.text(Cases.of(CaseKind.of("freeze").orElseThrow())));
    }

    @Test
    void refusesAnIdBesideAKind() {
        assertThat(run("cases", "--json", "--kind=freeze", "freeze/goes-on")).isEqualTo(2);

        assertThat(printed.toString()).contains("expected an id, or --kind, and not both");
    }

    @Test
    void aBadgeThatCannotBeWrittenIsRefusedBeforeAnythingIsPlayed(@TempDir Path folder) {
        assertThat(run("conformance", "--kind=freeze", "--consumer-cmd=java a", "--badge=" + folder))
                .isEqualTo(2);

        assertThat(printed.toString()).contains("cannot write " + folder + ": it is not a regular file");
    }

    @Test
    void whereNothingIsApplicableTheFilesAreWrittenAllTheSame(@TempDir Path folder) {
        Path badge = folder.resolve("new/badge.svg");
        Path json = folder.resolve("results.json");

        assertThat(run(
                        "conformance",
                        "version-order",
                        "--without=versions",
                        "--consumer-cmd=java a",
                        "--badge=" + badge,
                        "--json=" + json))
                .isEqualTo(3);

        assertThat(badge).content().contains("queue lab: not judged");
        assertThat(ResultsSchema.objectionsTo(read(json))).isEmpty();
        assertThat(json).content().contains("\"result\" : \"not-applicable\"");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDryRunNamesTheCommandsAndStartsNothing() {
        assertThat(run(
                        "conformance",
                        "--dry-run",
                        "--case=handles/late-deletion",
                        "--kind=freeze",
                        "--without=poison-marker",
                        "--seed=7",
                        "--consumer-cmd=java a b",
                        "poison"))
                .isZero();

        assertThat(printed.toString().lines())
                .contains(
                        "java -jar dist/runner.jar dup '--consumer-cmd=java a b' --seed=7",
                        "java -jar dist/runner.jar freeze-alone '--consumer-cmd=java a b' --seed=7",
                        "not applicable, so not played: poison, needs poison-marker")
                .anyMatch(line -> line.startsWith("  handles/late-deletion: "))
                .anyMatch(line -> line.startsWith("  freeze/goes-on: "))
                .anyMatch(line -> line.startsWith("2 plays, "))
                .noneMatch(line -> line.contains("idempotency/slow-work: "));
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(printed, true);
        CommandContext context =
                new CommandContext(new Dist(Path.of("dist"), Optional.empty()), Clock.systemUTC(), () -> 1);
        return CommandLines.create(context, out, out).execute(arguments);
    }
}
