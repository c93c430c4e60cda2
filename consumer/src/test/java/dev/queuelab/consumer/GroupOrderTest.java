package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.payload.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What a failed message means for those after it in its FIFO group, which were received with it. */
class GroupOrderTest {
    private static final String FIFO = Samples.QUEUE_URL + ".fifo";
    private static final GroupOrder OF_THREE = new GroupOrder(OptionalInt.of(3));

    private final ConsumerFixture fixture = new ConsumerFixture();

    @Test
    void thoseAfterAFailedMessageAreHandedBackAndOtherGroupsGoOn() {
        fixture.groups = OF_THREE;

        int processed = handler().handle(List.of(of("g", "p", 1), of("g", "a", 1), of("h", "x", 1), of("g", "b", 1)));

        assertThat(processed).isEqualTo(1);
        assertThat(fixture.calls)
                .containsExactly(
                        "show a after 0 s", "start x", "perform x", "complete x", "delete x", "show b after 0 s");
    }

    @Test
    void thoseBeforeItInItsGroupAreDone() {
        fixture.groups = OF_THREE;

        int processed = handler().handle(List.of(of("g", "a", 1), of("g", "p", 1), of("g", "b", 1)));

        assertThat(processed).isEqualTo(1);
        assertThat(fixture.calls).contains("delete a").endsWith("show b after 0 s");
    }

    @Test
    void afterTheLastDeliveryOfAFailedMessageThoseAfterItGoOnInOrder() {
        fixture.groups = OF_THREE;

        int processed = handler().handle(List.of(of("g", "p", 3), of("g", "a", 3), of("g", "b", 3)));

        assertThat(processed).isEqualTo(2);
        assertThat(fixture.calls)
                .containsExactly(
                        "start a",
                        "perform a",
                        "complete a",
                        "delete a",
                        "start b",
                        "perform b",
                        "complete b",
                        "delete b");
    }

    @Test
    void sideBySideTheyGoOnAsWell() {
        fixture.groups = OF_THREE;
        SideBySide workers = fixture.sideBySide(
                Runnable::run, "CONCURRENCY", "2", "QUEUE_URL", FIFO, "REJECT_PAYLOAD_MARKER", "POISON");

        workers.take(List.of(of("g", "p", 3), of("g", "a", 3)));

        assertThat(fixture.facts.all(Event.Deleted.class)).containsExactly(new Event.Deleted("a", "a"));
        assertThat(fixture.facts.all(Event.HandedBack.class)).isEmpty();
    }

    @Test
    void withoutAnEndToItsDeliveriesAFailedMessageAlwaysHoldsUpItsGroup() {
        assertThat(GroupOrder.ALWAYS.holdsUp(of("g", "p", 1_000))).isTrue();
    }

    @Test
    void aMessageWithoutAGroupHoldsUpNobody() {
        assertThat(OF_THREE.holdsUp(Samples.message("p"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:0:d\",\"maxReceiveCount\":3}",
                "{\"maxReceiveCount\":\"3\",\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:0:d\"}"
            })
    void theRedrivePolicySaysHowOftenAMessageIsDelivered(String policy) {
        assertThat(GroupOrder.limitedBy(policy)).isEqualTo(OF_THREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "nonsense", "{\"maxReceiveCount\":0}", "{\"maxReceiveCount\":\"some\"}"})
    void aQueueWithoutARedrivePolicyDeliversWithoutEnd(String policy) {
        assertThat(GroupOrder.limitedBy(policy)).isEqualTo(GroupOrder.ALWAYS);
    }

    @Test
    void theQueueIsAskedForItsRedrivePolicy() {
        fixture.queue.redrivePolicy("{\"maxReceiveCount\":3}");

        assertThat(groupsOf("QUEUE_URL", FIFO, "BATCH_FAILURE", "group")).isEqualTo(OF_THREE);
        assertThat(fixture.calls).containsExactly("attributes [RedrivePolicy]");
    }

    @ParameterizedTest
    @CsvSource({".fifo, each", ".fifo, all", "'', group"})
    void aQueueIsNotAskedForWhatIsNotNeeded(String suffix, String batchFailure) {
        assertThat(groupsOf("QUEUE_URL", Samples.QUEUE_URL + suffix, "BATCH_FAILURE", batchFailure))
                .isEqualTo(GroupOrder.ALWAYS);
        assertThat(fixture.calls).isEmpty();
    }

    @Test
    void aQueueThatRefusesToBeAskedEndsTheStart() {
        fixture.queue.redrivePolicy(() -> {
            throw SqsException.builder().message("denied").statusCode(403).build();
        });

        assertThatThrownBy(() -> groupsOf("QUEUE_URL", FIFO, "BATCH_FAILURE", "group"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContainingAll("reading the redrive policy of queue", "denied");
    }

    @Test
    void aRequestedEndEndsTheStart() {
        fixture.shutdown.request();

        assertThat(groupsOf("QUEUE_URL", FIFO, "BATCH_FAILURE", "group")).isEqualTo(GroupOrder.ALWAYS);
        assertThat(fixture.calls).isEmpty();
    }

    private GroupOrder groupsOf(String... knobs) {
        Settings settings = Samples.settings(knobs);
        return GroupOrder.of(
                settings, new QueueAttributes(settings, fixture.queue, fixture.shutdown, fixture::nanoTime));
    }

    private BatchHandler handler() {
        return fixture.batchHandler("QUEUE_URL", FIFO, "BATCH_FAILURE", "group", "REJECT_PAYLOAD_MARKER", "POISON");
    }

    /** A message of a group; "p" is poison. */
    private static Delivery of(String group, String id, int receiveCount) {
        Payload payload = Payload.parse("{\"id\":\"" + id + "\"" + (id.equals("p") ? ",\"marker\":\"POISON\"}" : "}"));
        return new Delivery(
                id, id, receiveCount, Instant.EPOCH, Optional.of(group), payload, MessageIdentity.of(payload, id));
    }
}
