package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.BatchFailure;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.DeliveryChecks;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.GroupChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.ReportTable;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A queue delivers several messages of a group together, so that the poison at a group's head comes with those after it.
 * A consumer that goes on with them breaks the order; one that gives its whole batch up holds up the other groups as well;
 * and each time that messages are handed back, they have one delivery less before the queue gives them up.
 */
@Command(
        description =
                "Poison at the head of a FIFO group holds up its own group alone, which goes on in order once it is given up.")
@AutoService(Scenario.class)
public final class FifoPoison implements Scenario {
    private static final String HEAD = "head";
    private static final String OTHERS = "others";
    private static final int BATCH = 10;

    private final GroupChecks groups = new GroupChecks(HEAD, OTHERS);

    @Option(
            names = "--groups",
            paramLabel = "N",
            converter = IntOption.FromTwo.class,
            defaultValue = "3",
            description = "message groups, at least 2; one of them begins with poison (default: ${DEFAULT-VALUE})")
    private int groupCount;

    @Option(
            names = "--each",
            paramLabel = "N",
            converter = IntOption.FromTwo.class,
            defaultValue = "3",
            description = "messages a group, at least 2, besides the poison (default: ${DEFAULT-VALUE})")
    private int each;

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout.multipliedBy(2);
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.POISON_MARKER);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages of several groups, one of which begins with poison.",
                "Run a consumer that receives ten messages at a time and rejects poison, until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        String sick = GroupChecks.name(groupCount - 1);
        stage.producer(HEAD).groupBy(GroupChecks.GROUP).poisonEvery(1).send(List.of(Map.of(GroupChecks.GROUP, sick)));
        stage.producer(OTHERS).groupBy(GroupChecks.GROUP).send(others());
        stage.consumer()
                .with(Knobs.MAX_MESSAGES, BATCH)
                .with(Knobs.BATCH_FAILURE, BatchFailure.GROUP)
                .with(Knobs.REJECT_PAYLOAD_MARKER, Payload.POISON_MARKER)
                .runUntilDrained(stage);
    }

    /** By turns, a message for each group. */
    private List<Map<String, Object>> others() {
        return IntStream.range(0, each)
                .boxed()
                .flatMap(round -> IntStream.range(0, groupCount).mapToObj(GroupChecks::name))
                .<Map<String, Object>>map(name -> Map.of(GroupChecks.GROUP, name))
                .toList();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.ONLY_POISON_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                EffectChecks.POISON_NEVER_PERFORMED,
                DeliveryChecks.DEAD_LETTERED_AT_THE_LIMIT,
                groups.othersFlow(),
                groups.groupWaits(),
                groups.orderKept(),
                groups.othersAtWork());
    }

    @Override
    public List<ReportTable> tables() {
        return List.of(groups.table());
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("whole-batch-fails")
                        .with(Knobs.BATCH_FAILURE, BatchFailure.ALL)
                        .breaks(groups.othersFlow(), groups.groupWaits(), QueueChecks.ONLY_POISON_DEAD_LETTERED),
                Control.named("group-overtakes")
                        .with(Knobs.BATCH_FAILURE, BatchFailure.EACH)
                        .breaks(groups.groupWaits()),
                Control.named("handed-back-to-the-end")
                        .with(Knobs.CONCURRENCY, BATCH)
                        .with(Knobs.BATCH_FAILURE, BatchFailure.EACH)
                        .breaks(QueueChecks.ONLY_POISON_DEAD_LETTERED));
    }
}
