package dev.queuelab.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.process.Dist;
import dev.queuelab.scenarios.cases.Cases;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
