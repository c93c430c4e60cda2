package dev.queuelab.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.gateway.fault.Catalogue;
import dev.queuelab.lab.process.Dist;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsCommandTest {
    private final StringWriter printed = new StringWriter();

    @Test
    void listsEveryFaultWithItsClaim() {
        assertThat(run("faults")).isZero();

        assertThat(printed.toString().lines()).hasSameSizeAs(Catalogue.all().keySet());
        Catalogue.all()
                .forEach((name, type) -> assertThat(printed.toString())
                        .contains(name + " ", Catalogue.definition(type).claim()));
    }

    @Test
    void explainsOne() {
        assertThat(run("faults", "delay")).isZero();

        assertThat(printed.toString())
                .contains(
                        "delay: The call takes longer",
                        "Operations:    all",
                        "Parameter:     millis (default 1000): how long, in milliseconds",
                        "Parameter:     when (default after): ");
    }

    @Test
    void refusesAnUnknownOne() {
        assertThat(run("faults", "nope")).isEqualTo(2);

        assertThat(printed.toString()).contains("'nope'", "--help");
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(printed, true);
        CommandContext context =
                new CommandContext(new Dist(Path.of("dist"), Optional.empty()), Clock.systemUTC(), () -> 1);
        return CommandLines.create(context, out, out).execute(arguments);
    }
}
