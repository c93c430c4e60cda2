package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.trace.HistoryBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessTimelineTest {
    private static final RunTime TIME = new RunTime(HistoryBuilder.BEGIN, HistoryBuilder.second(9));

    private final HistoryBuilder run =
            new HistoryBuilder().at(1, "consumer-1", new Event.Started("consumer", 7, Map.of("SEED", "1")));

    @Test
    void aProcessThatStoppedRecordedItsCalls() {
        ProcessTimeline process = timeline(
                run.stopped(4, "consumer-1", Map.of("Sqs.ReceiveMessage", 3L)).exited(4.5, "consumer-1", 0));

        assertThat(process.to()).isEqualTo(4);
        assertThat(process.ending()).isEqualTo("shutdown requested, exit code 0");
        assertThat(process.lacksCalls()).isFalse();
    }

    @Test
    void aProcessThatWasKilledLacksItsCalls() {
        ProcessTimeline process = timeline(
                run.at(3, "runner", new Event.Signalled("consumer-1", "KILL")).exited(3.2, "consumer-1", 137));

        assertThat(process.to()).isEqualTo(3.2);
        assertThat(process.ending()).isEqualTo("SIGKILL, exit code 137");
        assertThat(process.lacksCalls()).isTrue();
    }

    @Test
    void aProcessOfWhichNoEndIsRecordedLastsAsLongAsTheRun() {
        ProcessTimeline process = timeline(run);

        assertThat(process.to()).isEqualTo(9);
        assertThat(process.ending()).isEqualTo("no end recorded");
    }

    @Test
    void consumersAreCountedFromTheirStartsToTheirEnds() {
        run.at(2, "consumer-2", new Event.Started("consumer", 8, Map.of()))
                .stopped(4, "consumer-1", Map.of("Sqs.ReceiveMessage", 3L));

        Series running = ConsumerSeries.of(ProcessTimeline.of(run.history(), TIME), TIME);

        assertThat(running.t()).containsExactly(0.0, 1.0, 2.0, 4.0, 9.0);
        assertThat(running.values().get("consumers")).containsExactly(0.0, 1.0, 2.0, 1.0, 1.0);
    }

    @Test
    void callsAreAddedUpAndPriced() {
        run.stopped(4, "consumer-1", Map.of("Sqs.ReceiveMessage", 6L, "DynamoDb.UpdateItem", 4L, "S3.GetObject", 1L))
                .at(2, "consumer-2", new Event.Started("consumer", 8, Map.of()));

        Cost cost = Cost.of(ProcessTimeline.of(run.history(), TIME), 2, Prices.listed());

        assertThat(cost.rows())
                .extracting(Cost.Row::operation, Cost.Row::perMessage)
                .containsExactly(
                        tuple("DynamoDb.UpdateItem", 2.0),
                        tuple("S3.GetObject", 0.5),
                        tuple("Sqs.ReceiveMessage", 3.0));
        assertThat(cost.perMillionMessages()).isEqualTo(2 * 0.625 + 3 * 0.40);
        assertThat(cost.unpriced()).containsExactly("S3.GetObject");
        assertThat(cost.uncounted()).containsExactly("consumer-2");
    }

    @Test
    void fifoQueuesHaveTheirOwnPrice() {
        HistoryBuilder fifo = new HistoryBuilder()
                .at(1, "consumer-1", new Event.Started("consumer", 7, Map.of("QUEUE_URL", "http://x/q.fifo")))
                .stopped(2, "consumer-1", Map.of("Sqs.DeleteMessage", 1L));

        assertThat(Cost.of(ProcessTimeline.of(fifo.history(), TIME), 1, Prices.listed())
                        .perMillionMessages())
                .isEqualTo(0.50);
    }

    private static ProcessTimeline timeline(HistoryBuilder run) {
        List<ProcessTimeline> processes = ProcessTimeline.of(run.history(), TIME);
        return processes.get(0);
    }
}
