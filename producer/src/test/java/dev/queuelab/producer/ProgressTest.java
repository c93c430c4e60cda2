package dev.queuelab.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter text = new StringWriter();
    private final FakeTimeline timeline = new FakeTimeline();
    private final Tally tally = new Tally();

    private Progress progress(boolean terminal) {
        return new Progress(new PrintWriter(text), terminal, timeline, new Quantity(OptionalLong.empty(), 10));
    }

    @Test
    void rewritesOneLineOnATerminalAndClearsItAtTheEnd() {
        Progress progress = progress(true);
        tally.add(Count.SENT, 20);

        timeline.pass(Duration.ofMillis(100));
        progress.show(tally);
        timeline.pass(Duration.ofMillis(99));
        progress.show(tally);
        progress.end();

        assertThat(text.toString().split("\r")).hasSize(2).satisfies(lines -> {
            assertThat(lines[0].strip()).isEqualTo("sent 20, 0 tries repeated");
            assertThat(lines[1]).isBlank().hasSameSizeAs(lines[0]);
        });
        assertThat(text.toString()).doesNotContain("\n").endsWith("\r");
    }

    @Test
    void writesPlainLinesElsewhereAtMostEveryFiveSeconds() {
        Progress progress = progress(false);

        for (int second = 1; second <= 11; second++) {
            timeline.pass(Duration.ofSeconds(1));
            tally.add(Count.SENT, 1);
            progress.show(tally);
        }
        progress.end();

        assertThat(text.toString().lines()).containsExactly("sent 5, 0 tries repeated", "sent 10, 0 tries repeated");
        assertThat(text.toString()).doesNotContain("\r");
    }
}
