package dev.queuelab.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RunOutputTest {
    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text, true);

    @Test
    void ofRunsSideBySideEachIsPrintedInOneBlockWhenItHasEnded() {
        RunOutput output = output(true, false);

        RunOutput.Lines crash = begin(output, "crash");
        RunOutput.Lines happy = begin(output, "happy");
        crash.console().step("first");
        happy.console().step("second");
        crash.console().step("third");
        assertThat(text.toString()).as("while both go on").isEmpty();
        output.ended(happy);
        crash.console().step("fourth");
        output.ended(crash);

        assertThat(text.toString().replaceAll(" +[0-9.]+ s  ", ""))
                .isEqualToNormalizingNewlines("\nhappy: claim\nsecond\n\ncrash: claim\nfirst\nthird\nfourth\n");
    }

    @Test
    void runsInTurnPrintAsTheyGoOn() {
        RunOutput output = output(false, true);

        RunOutput.Lines crash = begin(output, "crash");
        crash.console().step("first");

        assertThat(text.toString()).contains("crash: claim", "first").doesNotContain("\u001b[K");
    }

    @Test
    void aTerminalShowsWhichAreGoingOnAndKeepsThatOutOfTheBlocks() {
        RunOutput output = output(true, true);

        RunOutput.Lines crash = begin(output, "crash");
        RunOutput.Lines happy = begin(output, "happy");
        output.ended(crash);
        output.ended(happy);

        assertThat(text.toString().split("\r\u001b\\[K", -1))
                .containsExactly(
                        "",
                        drawn("0 of 2 ended; running: crash"),
                        drawn("0 of 2 ended; running: crash, happy"),
                        block("crash"),
                        drawn("1 of 2 ended; running: happy"),
                        block("happy"));
    }

    private RunOutput output(boolean sideBySide, boolean terminal) {
        return new RunOutput(out, false, sideBySide, 2, new ProgressLine(out, terminal));
    }

    private static RunOutput.Lines begin(RunOutput output, String title) {
        RunOutput.Lines lines = output.begin(title);
        lines.console().title(title, "claim");
        return lines;
    }

    private static String drawn(String line) {
        return "\u001b[?7l" + line + "\u001b[?7h";
    }

    private static String block(String title) {
        return System.lineSeparator() + title + ": claim" + System.lineSeparator();
    }
}
