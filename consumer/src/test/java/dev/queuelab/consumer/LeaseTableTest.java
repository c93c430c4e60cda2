package dev.queuelab.consumer;

import static dev.queuelab.consumer.FakeDynamoDb.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.queuelab.consumer.StatusStore.Begin;
import dev.queuelab.consumer.StatusStore.HeldByAnother;
import dev.queuelab.consumer.StatusStore.ProcessingState;
import dev.queuelab.consumer.StatusStore.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may work on a message, and until when. */
class LeaseTableTest {
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final FakeClock clock = new FakeClock();
    private final FakeDynamoDb dynamoDb = new FakeDynamoDb(new ArrayList<>());
    private final LeaseTable owner = table("owner/1");
    private final LeaseTable other = table("other/1");

    @Test
    void aStartClaimsTheMessageInTheSameWrite() {
        assertThat(owner.start("a", "digest")).isEqualTo(start(ProcessingState.FIRST_START, "owner/1", 1, 10));
        assertThat(dynamoDb.row(STATUS, "a"))
                .containsEntry("status", fromS("STARTED"))
                .containsEntry("attempts", fromN("1"))
                .containsEntry("payload_digest", fromS("digest"))
                .containsEntry("lease_owner", fromS("owner/1"))
                .containsEntry("lease_until", fromN("10000"))
                .containsEntry("fencing_token", fromN("1"));
    }

    @Test
    void nobodyElseBeginsWhileTheClaimHolds() {
        owner.start("a", "digest");
        clock.letPass(LENGTH.minusMillis(1));

        assertThat(other.start("a", "digest")).isEqualTo(new HeldByAnother("owner/1", Instant.EPOCH.plus(LENGTH)));
        assertThat(dynamoDb.row(STATUS, "a"))
                .containsEntry("attempts", fromN("1"))
                .containsEntry("lease_owner", fromS("owner/1"))
                .containsEntry("fencing_token", fromN("1"));
    }

    @Test
    void anotherTakesOverOnceTheClaimHasEnded() {
        owner.start("a", "digest");
        clock.letPass(LENGTH);

        assertThat(other.start("a", "digest")).isEqualTo(start(ProcessingState.MAY_BE_DONE, "other/1", 2, 20));
    }

    @Test
    void theProcessKnowsTheEndOfItsClaimAsTheTableHasIt() {
        clock.letPass(Duration.ofNanos(1_999_999));

        assertThat(owner.start("a", "digest"))
                .isInstanceOfSatisfying(
                        Start.class,
                        start -> assertThat(start.lease()).map(Lease::until).contains(Instant.ofEpochMilli(10_001)));
        assertThat(dynamoDb.row(STATUS, "a")).containsEntry("lease_until", fromN("10001"));
    }

    @Test
    void anotherMessageIsClaimedByItself() {
        owner.start("a", "digest");

        assertThat(other.start("b", "digest")).isInstanceOf(Start.class);
    }

    @Test
    void aRetryThatMeetsItsOwnWriteKnowsIt() {
        dynamoDb.loseReplies();

        assertThat(owner.start("a", "digest"))
                .isInstanceOfSatisfying(
                        Start.class,
                        start -> assertThat(start.lease()).map(Lease::owner).contains("owner/1"));
    }

    @Test
    void whoeverHoldsTheClaimMayBeginAgain() {
        owner.start("a", "digest");

        assertThat(owner.start("a", "digest")).isEqualTo(start(ProcessingState.MAY_BE_DONE, "owner/1", 2, 10));
    }

    @Test
    void theSameProcessStartedAgainIsAnotherOwner() {
        Settings settings = Samples.settings("LEASE_SECONDS", "10", "MESSAGE_STATUS_TABLE", "t");

        Lease.Terms first = Lease.terms(settings).orElseThrow();
        Lease.Terms second = Lease.terms(settings).orElseThrow();

        assertThat(first.owner()).startsWith("consumer/").isNotEqualTo(second.owner());
    }

    @Test
    void aCompletedMessageIsFoundSoByEverybodyAndIsNotClaimed() {
        complete(owner);

        assertThat(other.start("a", "digest"))
                .isEqualTo(new Start(ProcessingState.COMPLETED, Optional.of("digest"), Optional.empty()));
        assertThat(dynamoDb.row(STATUS, "a"))
                .containsEntry("attempts", fromN("1"))
                .doesNotContainKeys("lease_owner", "lease_until");
    }

    @Test
    void aCompletionMayBeRepeated() {
        dynamoDb.loseReplies();

        complete(owner);

        assertThat(dynamoDb.row(STATUS, "a")).containsEntry("status", fromS("COMPLETED"));
    }

    @Test
    void aClaimIsRenewedByItsOwnerAlone() {
        Lease lease = ((Start) owner.start("a", "digest")).lease().orElseThrow();
        clock.letPass(Duration.ofSeconds(6));

        assertThat(other.renew("a", new Lease("other/1", 1, lease.until()))).isEmpty();
        assertThat(owner.renew("a", lease)).contains(new Lease("owner/1", 1, Instant.ofEpochSecond(16)));
        assertThat(dynamoDb.row(STATUS, "a"))
                .containsEntry("lease_until", fromN("16000"))
                .containsEntry("fencing_token", fromN("1"))
                .containsEntry("attempts", fromN("1"));
    }

    @Test
    void aClaimThatWasTakenOverOrCompletedIsNotRenewed() {
        Lease lease = ((Start) owner.start("a", "digest")).lease().orElseThrow();
        Lease again = ((Start) owner.start("a", "digest")).lease().orElseThrow();

        assertThat(owner.renew("a", lease)).isEmpty();
        owner.complete("a", Optional.of(again));
        assertThat(owner.renew("a", again)).isEmpty();
    }

    @Test
    void anErrorIsNoClaim() {
        dynamoDb.failAt("");

        assertThatThrownBy(() -> owner.start("a", "digest"))
                .isInstanceOf(StepFailedException.class)
                .hasMessage("table status-table: the table is down");
        assertThatThrownBy(() -> owner.complete("a", Optional.empty()))
                .isInstanceOf(StepFailedException.class)
                .hasMessage("table status-table: the table is down");
    }

    private static void complete(LeaseTable table) {
        Start start = (Start) table.start("a", "digest");
        table.complete("a", start.lease());
    }

    private static Begin start(ProcessingState state, String owner, long token, long untilSecond) {
        Lease lease = new Lease(owner, token, Instant.ofEpochSecond(untilSecond));
        return new Start(state, Optional.of("digest"), Optional.of(lease));
    }

    private LeaseTable table(String name) {
        return new LeaseTable(dynamoDb, STATUS, new Lease.Terms(name, LENGTH, false), clock);
    }
}
