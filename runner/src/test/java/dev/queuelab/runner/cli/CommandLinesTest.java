package dev.queuelab.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.process.Dist;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"--run-dir", "--outputs", "--json", "--junit-xml"})
    void aPathThatCannotBeExpressedIsRefusedInASentence(String option) {
        StringWriter err = new StringWriter();
        CommandContext context =
                new CommandContext(new Dist(Path.of("dist"), Optional.empty()), Clock.systemUTC(), () -> 1);

        int code = CommandLines.create(context, new PrintWriter(new StringWriter()), new PrintWriter(err, true))
                .execute("happy", option + "=a\0b");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .contains(option, "'a\\u0000b' is not accepted", "expected a path")
                .doesNotContain("InvalidPathException");
    }
}
