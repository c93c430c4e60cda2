package dev.queuelab.scenarios.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Given run = new Given();

    @Test
    void itIsWhatWasSentAndNotDeleted() {
        run.sent("a", "b", "c").processed("b");

        assertThat(backlog().messages()).isEqualTo(2);
    }

    @Test
    void itsAgeIsThatOfTheOneSentFirst() {
        run.sent("a").after(Duration.ofSeconds(2)).sent("b").after(Duration.ofSeconds(3));

        assertThat(backlog().oldestAge()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        run.processed("a");
        assertThat(backlog().oldestAge()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    @Test
    void ofNothingTheAgeIsZero() {
        run.sent("a").processed("a");

        assertThat(backlog()).isEqualTo(new Backlog(0, Duration.ZERO));
    }

    @Test
    void whatHappensLaterDoesNotCount() {
        run.sent("a");
        Backlog before = backlog();
        Instant moment = run.now();
        run.after(Duration.ofSeconds(1)).sent("b").processed("a");

        assertThat(Backlog.at(moment, run.evidence().history()).messages()).isEqualTo(before.messages());
    }

    @Test
    void aMessageWhoseDeletionWasRecordedBeforeItsAcknowledgementIsGone() {
        run.deleted("a").fact(new Event.Sent("a", "m-a", false));

        assertThat(backlog().messages()).isZero();
    }

    private Backlog backlog() {
        return Backlog.at(run.now(), run.evidence().history());
    }
}
