package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.consumer.StatusStore.Start;
import dev.queuelab.core.history.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a message that somebody else has claimed is waited for. */
class ClaimsTest {
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final FakeClock clock = new FakeClock();
    private final Facts facts = new Facts();
    private final FakeDynamoDb dynamoDb = new FakeDynamoDb(new ArrayList<>());
    private final LeaseTable owner = table("owner/1");
    private final FakeHeldMessages messages = new FakeHeldMessages();
    private final List<Duration> waits = new ArrayList<>();
    private Runnable whileWaiting = () -> {};
    private boolean ends;

    @Test
    void aMessageThatNobodyClaimsIsBegunAtOnce() {
        assertThat(begin().lease()).map(Lease::token).contains(1L);
        assertThat(waits).isEmpty();
        assertThat(facts.all()).containsExactly(new Event.LeaseHeld("a", "me/1", 1, Instant.ofEpochSecond(10)));
    }

    @Test
    void anothersClaimIsWaitedForAndThenTakenOver() {
        owner.start("a", "digest");

        assertThat(begin().lease()).map(Lease::token).contains(2L);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plus(LENGTH));
        assertThat(facts.all())
                .containsExactly(
                        new Event.LeaseRefused("a", "owner/1", Instant.ofEpochSecond(10)),
                        new Event.LeaseHeld("a", "me/1", 2, Instant.ofEpochSecond(20)));
    }

    @Test
    void meanwhileTheMessageStaysInvisibleAndLongEnoughForItsWork() {
        owner.start("a", "digest");
        clock.letPass(Duration.ofSeconds(4));

        begin();

        assertThat(messages.calls()).containsExactly("hide a for 16000 ms", "claimed a with token 2");
    }

    @Test
    void whatTheOwnerCompletesIsFoundSoonerThanItsClaimEnds() {
        Start start = (Start) owner.start("a", "digest");
        whileWaiting = () -> owner.complete("a", start.lease());

        assertThat(begin().state()).isEqualTo(StatusStore.ProcessingState.COMPLETED);
        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aMessageWhoseOwnerRenewsItsClaimIsLeftToIt() {
        owner.start("a", "digest");
        whileWaiting = () -> owner.start("a", "digest");

        assertThatThrownBy(this::begin)
                .isInstanceOf(StepFailedException.class)
                .hasMessage("owner/1 has claimed it until 1970-01-01T00:00:20Z, and is left to it");
        assertThat(messages.calls()).endsWith("leave a for 10000 ms");
    }

    @Test
    void aProcessThatIsToEndDoesNotWaitOn() {
        owner.start("a", "digest");
        ends = true;

        assertThatThrownBy(this::begin).isInstanceOf(StepFailedException.class);

        assertThat(waits).hasSize(1);
        assertThat(messages.calls()).endsWith("leave a for 9000 ms");
    }

    @Test
    void aClaimThatEndsAtOnceIsNotAskedForInABusyLoop() {
        owner.start("a", "digest");
        clock.letPass(LENGTH.minusMillis(1));

        begin();

        assertThat(waits).containsExactly(Duration.ofMillis(10));
    }

    private Start begin() {
        Claims claims = new Claims(table("me/1"), facts, messages, this::wait, clock, LENGTH);
        Delivery delivery = Samples.message("a");
        return claims.begin(delivery, new Work("a", "a", "a", "digest", ""));
    }

    private boolean wait(Duration time) {
        waits.add(time);
        clock.letPass(time);
        whileWaiting.run();
        return ends;
    }

    private LeaseTable table(String name) {
        return new LeaseTable(dynamoDb, FakeDynamoDb.STATUS, new Lease.Terms(name, LENGTH, false), clock);
    }
}
