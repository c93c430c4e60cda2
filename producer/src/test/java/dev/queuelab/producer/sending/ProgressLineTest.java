package dev.queuelab.producer.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.producer.cli.FakeClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter text = new StringWriter();
    private final FakeClock clock = new FakeClock();
    private final SendCounters counters = new SendCounters();

    private ProgressLine progress(boolean terminal) {
        return new ProgressLine(new PrintWriter(text), terminal, clock, new SendBudget(OptionalLong.empty(), 10));
    }

    @Test
    void rewritesOneLineOnATerminalAndClearsItAtTheEnd() {
        ProgressLine progress = progress(true);
        counters.add(SendCount.SENT, 20);

        clock.pass(Duration.ofMillis(100));
        progress.show(counters);
        clock.pass(Duration.ofMillis(99));
        progress.show(counters);
        progress.end();

        assertThat(text.toString().split("\r")).hasSize(2).satisfies(lines -> {
            assertThat(lines[0].strip()).isEqualTo("sent 20, 0 tries repeated");
            assertThat(lines[1]).isBlank().hasSameSizeAs(lines[0]);
        });
        assertThat(text.toString()).doesNotContain("\n").endsWith("\r");
    }

    @Test
    void writesPlainLinesElsewhereAtMostEveryFiveSeconds() {
        ProgressLine progress = progress(false);

        for (int second = 1; second <= 11; second++) {
            clock.pass(Duration.ofSeconds(1));
            counters.add(SendCount.SENT, 1);
            progress.show(counters);
        }
        progress.end();

        assertThat(text.toString().lines()).containsExactly("sent 5, 0 tries repeated", "sent 10, 0 tries repeated");
        assertThat(text.toString()).doesNotContain("\r");
    }
}
