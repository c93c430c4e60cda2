package dev.queuelab.scenarios.longrun;

import com.google.auto.service.AutoService;
import dev.queuelab.scenarios.check.Accounts;
import dev.queuelab.scenarios.check.Effects;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.check.Purges;
import dev.queuelab.scenarios.check.Queues;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.Operator;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Stopwatch;
import dev.queuelab.scenarios.kit.Whole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A purge returns at once and goes on for up to a minute, in which it may take messages that were sent after it. Whoever
 * purges a queue between two tests loses messages of the second one.
 */
@Command(
        description =
                "What is sent once a purge's 60 s are over survives it; what is sent before may be taken with the rest.")
@AutoService(Scenario.class)
public final class HappyPurgeTiming implements Scenario {
    @Option(
            names = "--offsets",
            paramLabel = "SECONDS",
            split = ",",
            converter = Whole.FromZero.class,
            defaultValue = "0,5,15,30,45,60,65",
            description = "how long after the purge to send, ascending, with commas (default: ${DEFAULT-VALUE})")
    private List<Integer> offsets = List.of();

    @Option(
            names = "--window",
            paramLabel = "SECONDS",
            converter = Whole.FromZero.class,
            defaultValue = "60",
            description = "for how long a purge may take new messages (default: ${DEFAULT-VALUE}, as SQS tells)")
    private int window;

    @Option(
            names = "--each",
            paramLabel = "N",
            converter = Whole.FromOne.class,
            defaultValue = "3",
            description = "messages to send each time, at least 1 (default: ${DEFAULT-VALUE})")
    private int each;

    @Option(names = "--purge-again", description = "purge once more, just before the messages are read")
    private boolean purgeAgain;

    @Override
    public Optional<String> problem() {
        for (int place = 1; place < offsets.size(); place++) {
            if (offsets.get(place) <= offsets.get(place - 1)) {
                return Optional.of("--offsets has " + offsets.get(place) + " after " + offsets.get(place - 1)
                        + ", which is not accepted: expected ascending numbers");
            }
        }
        return Optional.empty();
    }

    @Override
    public void play(Stage stage) {
        Messages before = stage.producer().send(each);
        Stopwatch sincePurge = purgeTwice(stage);
        SortedMap<Integer, Messages> sentAfter = new TreeMap<>();
        for (int offset : offsets) {
            sincePurge.await(Duration.ofSeconds(offset), "the moment " + offset + " s after the purge");
            sentAfter.put(offset, stage.producer().send(each));
        }
        if (purgeAgain) {
            stage.operator().purge();
            stage.awaitDrained();
        }
        stage.consumer().runUntilDrained(stage);

        stage.show(Purges.window("purge-window", sentAfter));
        stage.check(
                Queues.drained(),
                Queues.nothingDeadLettered(),
                Accounts.nothingUnexpected(all(before, sentAfter)),
                Effects.performedOnce(),
                Purges.nothingFromBefore(before),
                Purges.safeSurvived(Duration.ofSeconds(window), together(sentAfter.tailMap(window))),
                Purges.windowSeen(together(sentAfter.headMap(window))),
                Purges.secondRefused());
    }

    /** Where the second purge is accepted, the window begins anew; so the time counts from there. */
    private Stopwatch purgeTwice(Stage stage) {
        Operator operator = stage.operator();
        if (!operator.purge()) {
            stage.stopwatch().await(Duration.ofSeconds(window), "an earlier purge to be over");
            operator.purge();
        }
        operator.purge();
        return stage.stopwatch();
    }

    private static Messages all(Messages before, SortedMap<Integer, Messages> sentAfter) {
        return before.and(together(sentAfter));
    }

    private static Messages together(SortedMap<Integer, Messages> sentAfter) {
        return sentAfter.values().stream().reduce(new Messages(List.of()), Messages::and);
    }

    @Override
    public List<Control> controls() {
        return List.of(
                Control.named("purge-again").withOptions("--purge-again").breaks("sent after the window survived"));
    }
}
