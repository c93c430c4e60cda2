package dev.queuelab.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.report.results.Sample;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SuiteConsoleTest {
    private final StringWriter text = new StringWriter();

    @Test
    void aRunIsTableAndASentence() {
        SuiteConsole.printRun(Sample.brokenOff(), 1, new PrintWriter(text, true));

        assertThat(text.toString().lines())
                .hasSize(1 + 1 + 4 + 1)
                .allMatch(line -> line.length() <= 130)
                .contains(
                        "scenario     verdict  seconds  messages  redeliveries  effects  findings",
                        "crash        PASS         4.2         3             2        4")
                .anyMatch(
                        line -> line.startsWith("poison       FAIL ") && line.contains("effects performed once: a: 2;"))
                .endsWith("1 of 4 scenarios passed");
    }

    @Test
    void runsSideBySideAreInTheOrderAskedForWithTheTimeOfAll() {
        SuiteConsole.printRun(Sample.sideBySide(), 4, new PrintWriter(text, true));

        assertThat(text.toString().lines().skip(2).map(line -> line.replaceFirst(" .*", "")))
                .containsExactly("happy", "poison", "2");
        assertThat(text.toString())
                .endsWith("2 of 2 scenarios passed in 9.0 s, up to 4 at a time" + System.lineSeparator());
    }

    @Test
    void controlsAreAListAndAMatrix() {
        SuiteConsole.printControls(Sample.controls(), new PrintWriter(text, true));

        assertThat(text.toString().lines())
                .anyMatch(line -> line.startsWith("PASS    crash, control deleted-before-work: broke \"nothing lost\""))
                .contains(
                        "without       --max-consumers=1  ACKNOWLEDGE=before  IDEMPOTENCY=none",
                        "crash                            broke",
                        "backpressure  unknown");
    }
}
