package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.process.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line answers. */
class ConsumerMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helpTellsEveryKnobWithItsDefaultAndTheExitCodes(String argument) {
        int code = answer(argument);

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(text(err)).isEmpty();
        assertThat(text(out)).contains("Exit codes: 0 at", "; 1 at", "2 when");
        assertThat(Knobs.ALL).allSatisfy(knob -> {
            String shown = knob.defaultText().isEmpty() ? "(none)" : knob.defaultText();
            assertThat(text(out)).containsPattern("\\Q" + knob.name() + "\\E +default: \\Q" + shown + "\\E\\R");
            assertThat(text(out)).contains(knob.description(), knob.kind().accepts());
        });
    }

    @Test
    void anyOtherArgumentIsNamed() {
        int code = answer("--help", "--verbose");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("--verbose", "set environment variables instead", "--help");
    }

    private int answer(String... arguments) {
        return ConsumerMain.answer(arguments, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
