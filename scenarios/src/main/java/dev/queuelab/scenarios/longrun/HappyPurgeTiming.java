package dev.queuelab.scenarios.longrun;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.PurgeChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.ReportTable;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.IntOption;
import dev.queuelab.scenarios.kit.Operator;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Stopwatch;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A purge returns at once and goes on for up to a minute, in which it may take messages that were sent after it. If you
 * purge a queue between two tests, the second one may lose messages.
 */
@Command(
        description =
                "What is sent once a purge's 60 s are over survives it; what is sent before may be taken with the rest.")
@AutoService(Scenario.class)
public final class HappyPurgeTiming implements Scenario {
    private static final String BEFORE = "before";

    @Option(
            names = "--offsets",
            paramLabel = "SECONDS",
            split = ",",
            converter = IntOption.FromZero.class,
            defaultValue = "0,5,15,30,45,60,65",
            description = "how long after the purge to send, ascending, with commas (default: ${DEFAULT-VALUE})")
    private List<Integer> offsets = List.of();

    @Option(
            names = "--window",
            paramLabel = "SECONDS",
            converter = IntOption.FromZero.class,
            defaultValue = "60",
            description = "for how long a purge may take new messages (default: ${DEFAULT-VALUE}, as SQS documents)")
    private int window;

    @Option(
            names = "--each",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            defaultValue = "3",
            description = "messages to send each time, at least 1 (default: ${DEFAULT-VALUE})")
    private int each;

    @Option(names = "--purge-again", description = "purge once more, just before the messages are read")
    private boolean purgeAgain;

    private final Requirement sentAfterWindowSurvived =
            PurgeChecks.sentAfterWindowSurvived(() -> window, () -> labels(offset -> offset >= window));

    @Override
    public Optional<String> invalidOptions() {
        for (int place = 1; place < offsets.size(); place++) {
            if (offsets.get(place) <= offsets.get(place - 1)) {
                return Optional.of("--offsets has " + offsets.get(place) + " after " + offsets.get(place - 1)
                        + ", which is not accepted: expected ascending numbers");
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> emulations() {
        return window == 0 ? List.of() : List.of("purge-window:seconds=" + window);
    }

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return Duration.ofSeconds(Math.max(window, Collections.max(offsets)));
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send messages, then purge the queue, and try at once to purge it again.",
                "Send messages at several times after the purge.",
                "Run one consumer until the queue is drained.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer(BEFORE).send(each);
        Stopwatch sincePurge = purgeTwice(stage);
        for (int offset : offsets) {
            sincePurge.await(Duration.ofSeconds(offset), "the moment " + offset + " s after the purge");
            stage.producer(label(offset)).send(each);
        }
        sincePurge.await(Duration.ofSeconds(window), "the purge to be over");
        if (purgeAgain) {
            stage.operator().purge();
            stage.awaitDrained();
        }
        stage.consumer().runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                PurgeChecks.nothingFromBefore(BEFORE),
                sentAfterWindowSurvived,
                PurgeChecks.purgeWindowSeen(() -> window, () -> labels(offset -> offset < window)),
                PurgeChecks.SECOND_PURGE_REFUSED);
    }

    @Override
    public List<ReportTable> tables() {
        return List.of(PurgeChecks.window("purge-window", this::labelsByOffset));
    }

    private static String label(int offset) {
        return "after-" + offset + "s";
    }

    private Set<String> labels(IntPredicate which) {
        return offsets.stream().filter(which::test).map(HappyPurgeTiming::label).collect(Collectors.toSet());
    }

    private Map<Integer, String> labelsByOffset() {
        return offsets.stream()
                .collect(Collectors.toMap(
                        Function.identity(), HappyPurgeTiming::label, (one, same) -> one, LinkedHashMap::new));
    }

    /** Where the second purge is accepted, the window begins again; so the time counts from there. */
    private Stopwatch purgeTwice(Stage stage) {
        Operator operator = stage.operator();
        if (!operator.purge()) {
            stage.stopwatch().await(Duration.ofSeconds(window), "an earlier purge to be over");
            operator.purge();
        }
        operator.purge();
        return stage.stopwatch();
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("purge-again").withOptions("--purge-again").breaks(sentAfterWindowSurvived));
    }
}
