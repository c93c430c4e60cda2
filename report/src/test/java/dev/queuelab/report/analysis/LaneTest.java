package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.queuelab.core.history.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final FactBuilder told =
            new FactBuilder().at(1, "consumer-1", new Event.Started("consumer", 7, Map.of("SEED", "1")));

    @Test
    void aProcessThatStoppedTellsItsCalls() {
        Lane lane = lane(
                told.stopped(4, "consumer-1", Map.of("Sqs.ReceiveMessage", 3L)).exited(4.5, "consumer-1", 0));

        assertThat(lane.to()).isEqualTo(4);
        assertThat(lane.ending()).isEqualTo("shutdown requested, exit code 0");
        assertThat(lane.keptItsCallsToItself()).isFalse();
    }

    @Test
    void aProcessThatWasKilledKeptItsCallsToItself() {
        Lane lane = lane(
                told.at(3, "runner", new Event.Signalled("consumer-1", "KILL")).exited(3.2, "consumer-1", 137));

        assertThat(lane.to()).isEqualTo(3.2);
        assertThat(lane.ending()).isEqualTo("SIGKILL, exit code 137");
        assertThat(lane.keptItsCallsToItself()).isTrue();
    }

    @Test
    void aProcessOfWhichNoEndIsRecordedLastsAsLongAsTheRun() {
        Lane lane = lane(told);

        assertThat(lane.to()).isEqualTo(9);
        assertThat(lane.ending()).isEqualTo("no end recorded");
    }

    @Test
    void consumersAreCountedFromTheirStartsToTheirEnds() {
        told.at(2, "consumer-2", new Event.Started("consumer", 8, Map.of()))
                .stopped(4, "consumer-1", Map.of("Sqs.ReceiveMessage", 3L));

        Series running = Consumers.of(Lane.in(told.facts(), 9), 9);

        assertThat(running.t()).containsExactly(0.0, 1.0, 2.0, 4.0, 9.0);
        assertThat(running.values().get("consumers")).containsExactly(0.0, 1.0, 2.0, 1.0, 1.0);
    }

    @Test
    void callsAreAddedUpAndPriced() {
        told.stopped(4, "consumer-1", Map.of("Sqs.ReceiveMessage", 6L, "DynamoDb.UpdateItem", 4L, "S3.GetObject", 1L))
                .at(2, "consumer-2", new Event.Started("consumer", 8, Map.of()));

        Cost cost = Cost.of(Lane.in(told.facts(), 9), 2, Prices.listed());

        assertThat(cost.rows())
                .extracting(Cost.Row::operation, Cost.Row::perMessage)
                .containsExactly(
                        tuple("DynamoDb.UpdateItem", 2.0),
                        tuple("S3.GetObject", 0.5),
                        tuple("Sqs.ReceiveMessage", 3.0));
        assertThat(cost.millionMessages()).isEqualTo(2 * 0.625 + 3 * 0.40);
        assertThat(cost.unpriced()).containsExactly("S3.GetObject");
        assertThat(cost.untold()).containsExactly("consumer-2");
    }

    @Test
    void fifoQueuesHaveTheirOwnPrice() {
        FactBuilder fifo = new FactBuilder()
                .at(1, "consumer-1", new Event.Started("consumer", 7, Map.of("QUEUE_URL", "http://x/q.fifo")))
                .stopped(2, "consumer-1", Map.of("Sqs.DeleteMessage", 1L));

        assertThat(Cost.of(Lane.in(fifo.facts(), 9), 1, Prices.listed()).millionMessages())
                .isEqualTo(0.50);
    }

    private static Lane lane(FactBuilder told) {
        List<Lane> lanes = Lane.in(told.facts(), 9);
        return lanes.get(0);
    }
}
