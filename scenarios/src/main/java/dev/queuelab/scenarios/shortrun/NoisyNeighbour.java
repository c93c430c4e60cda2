package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.ReportTable;
import dev.queuelab.scenarios.check.TenantChecks;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.MessageCount;
import dev.queuelab.scenarios.kit.ProducerSetup;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Several tenants share a standard queue. One floods it, and the others, who send a little, wait behind all of that; unless the
 * queue knows the tenants, and serves the quiet ones first.
 */
@Command(
        description =
                "One tenant floods a queue that others share: with a group id for each tenant, the others wait little.")
@AutoService(Scenario.class)
public final class NoisyNeighbour implements Scenario {
    private static final String TENANTS = "tenants";

    private static final String NOISY = "noisy";

    private static final List<String> QUIET = List.of("quiet-1", "quiet-2", "quiet-3");

    private static final TenantChecks CHECKS = new TenantChecks(TENANTS, NOISY);

    private static final int WORKERS = 8;

    @Mixin
    private final MessageCount count = MessageCount.defaultsTo(120);

    @Option(names = "--no-group-ids", description = "messages do not say whose they are")
    private boolean withoutGroupIds;

    /** No emulator has fair queues. */
    @Override
    public List<String> emulations() {
        return List.of("fair-queue");
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return work(visibilityTimeout).multipliedBy(count.get() / WORKERS);
    }

    private static Duration work(Duration visibilityTimeout) {
        Duration most = Duration.ofMillis(125);
        Duration part = visibilityTimeout.dividedBy(16);
        return part.compareTo(most) < 0 ? part : most;
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send many messages of one tenant, and between them and after them a few of three others; the"
                        + " MessageGroupId says whose a message is.",
                "Start a consumer that works on several at once. Amazon SQS sees that the one tenant takes up most of"
                        + " it, and delivers messages of the others first; on an emulator, the gateway does.",
                "Wait until the queue is drained, then stop the consumer.");
    }

    @Override
    public void play(Stage stage) {
        ProducerSetup producer = stage.producer(TENANTS).batchSize(10);
        (withoutGroupIds ? producer : producer.groupBy(TenantChecks.TENANT)).send(messages());
        RunningConsumer consumer = stage.consumer()
                .withShortPolls()
                .with(Knobs.CONCURRENCY, WORKERS)
                .with(Knobs.MAX_MESSAGES, 10)
                .workFor(work(stage.queue().visibilityTimeout()))
                .start();
        stage.awaitDrained();
        stage.stop(consumer);
    }

    /** A half of the flood, then each of the others, twice a quarter with the others again. */
    private List<Map<String, Object>> messages() {
        List<Map<String, Object>> all = new ArrayList<>();
        int quarter = count.get() / 4;
        for (int part : List.of(count.get() - 2 * quarter, quarter, quarter)) {
            all.addAll(Collections.nCopies(part, Map.of(TenantChecks.TENANT, NOISY)));
            QUIET.forEach(tenant -> all.add(Map.of(TenantChecks.TENANT, tenant)));
        }
        return all;
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                CHECKS.othersWaitLittle(),
                CHECKS.flooded());
    }

    @Override
    public List<ReportTable> tables() {
        return List.of(CHECKS.table());
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("no-group-ids").withOptions("--no-group-ids").breaks(CHECKS.othersWaitLittle()));
    }
}
