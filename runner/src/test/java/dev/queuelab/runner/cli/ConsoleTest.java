package dev.queuelab.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.waiting.WaitProgress;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Table;
import dev.queuelab.scenarios.check.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private static final String ERASE = "\r\u001b[K";

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text, true);

    @Test
    void onATerminalAWaitIsOneLineThatGoesAwayWithIt() {
        Console console = new Console(out, false, new ProgressLine(out, true));

        console.waiting(after(500));
        assertThat(text.toString()).as("a short wait").isEmpty();
        console.waiting(after(1_000));
        console.waiting(after(1_100));
        console.waiting(after(1_300));
        console.waited();

        assertThat(text.toString())
                .matches("(\\r\\x1b\\[K\\x1b\\[\\?7l +0\\.\\d s  waiting for the queue to drain, 1 s of at most 72 s;"
                        + " last seen: 7 waiting\\x1b\\[\\?7h){2}\\r\\x1b\\[K");
    }

    @Test
    void whatIsPrintedMeanwhileStandsOnALineOfItsOwn() {
        Console console = new Console(out, true, new ProgressLine(out, true));

        console.waiting(after(1_000));
        console.childLine("consumer-1", "received");
        console.step("consumer-1 started");

        assertThat(text.toString())
                .endsWith("started" + System.lineSeparator())
                .contains("\u001b[?7h" + ERASE + "      ");
        assertThat(text.toString().split("\\x1b\\[K", -1))
                .as("erased once to draw, once to print")
                .hasSize(3);
    }

    @Test
    void theNextWaitBeginsAnew() {
        Console console = new Console(out, false, new ProgressLine(out, true));
        console.waiting(after(60_000));
        console.waited();
        int length = text.toString().length();

        console.waiting(after(900));
        assertThat(text.toString()).hasSize(length);
        console.waiting(after(1_000));
        assertThat(text.toString()).hasSizeGreaterThan(length);
    }

    @Test
    void withoutATerminalAPlainLineEveryHalfMinuteIsAll() {
        Console console = new Console(out, false, new ProgressLine(out, false));

        for (int millis = 0; millis <= 65_000; millis += 50) {
            console.waiting(after(millis));
        }
        console.waited();

        assertThat(text.toString().lines())
                .hasSize(2)
                .allMatch(line ->
                        line.matches(" +0\\.\\d s  waiting for the queue to drain, [36]0 s of at most 72 s; .*"));
        assertThat(text.toString()).doesNotContain("\u001b", "\r\u001b");
    }

    @Test
    void whatWasSeenDoesNotMoveTheCursor() {
        Console console = new Console(out, false, new ProgressLine(out, true));

        console.waiting(new WaitProgress("x", Duration.ofSeconds(2), Duration.ofSeconds(3), "a\n\u001b[2Jb"));

        assertThat(text.toString()).contains("a\\n\\u001B[2Jb");
    }

    @Test
    void whatCameFromAMessageIsShownEscaped() {
        String id = "a\n  PASS      nothing lost\u001b[2Jb";
        String shown = "a\\n  PASS      nothing lost\\u001B[2Jb";
        Console console = new Console(out, true, new ProgressLine(out, false));

        console.checked(new CheckOutcome("nothing lost", Verdict.FAIL, "lost: " + id));
        console.table("sent", new Table(List.of("id"), List.of(List.of(id))));
        console.childLine("consumer-1", id);
        console.step("consumer-1 ended; its last lines:\n    | \u001b[2Jb");

        assertThat(text.toString())
                .contains("nothing lost: lost: " + shown, "    " + shown, "consumer-1 | " + shown, "    | \\u001B[2Jb")
                .doesNotContain("\u001b[2J");
        assertThat(text.toString().lines()).noneMatch(line -> line.startsWith("  PASS"));
    }

    private static WaitProgress after(int millis) {
        return new WaitProgress("the queue to drain", Duration.ofMillis(millis), Duration.ofSeconds(72), "7 waiting");
    }
}
