package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.report.analysis.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {

    @Test
    void spansThatOverlapOrTouchAreOneAndEmptyOnesAreNone() {
        assertThat(Spans.of(List.of(span(5, 7), span(1, 3), span(2, 4), span(4, 4), span(9, 8), span(4, 5))))
                .isEqualTo(new Spans(List.of(span(1, 7))));
    }

    @Test
    void whatOthersTakeIsCutOut() {
        Spans left = Spans.of(List.of(span(0, 10), span(20, 30)))
                .without(Spans.of(List.of(span(-5, 1), span(3, 4), span(9, 22), span(25, 25), span(29, 99))));

        assertThat(left).isEqualTo(new Spans(List.of(span(1, 3), span(4, 9), span(22, 29))));
        assertThat(left.length()).isEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void whatIsOutsideIsCutOff() {
        assertThat(Spans.of(List.of(span(0, 2), span(3, 5), span(8, 9))).within(span(1, 4)))
                .isEqualTo(new Spans(List.of(span(1, 2), span(3, 4))));
    }

    private static Span span(int from, int to) {
        return new Span(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }
}
