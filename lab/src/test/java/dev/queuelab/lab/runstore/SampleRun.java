package dev.queuelab.lab.runstore;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryFile;
import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Depth;
import dev.queuelab.scenarios.check.StackSnapshot;
import dev.queuelab.scenarios.check.Table;
import dev.queuelab.scenarios.check.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run of {@code crash} with one message, written as the laboratory writes it. */
public final class SampleRun {
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    static final QueueSettings QUEUE = new QueueSettings(Duration.ofSeconds(2), 2);

    private SampleRun() {}

    static RunInfo info(Instant begun, Optional<Suite> suite) {
        return new RunInfo(
                RunInfo.FORMAT,
                "run-1",
                "crash",
                "A claim.",
                "sandbox",
                "a sandbox",
                42,
                begun,
                List.of("--count=1"),
                List.of("crash", "--count=1"),
                List.of("crash", "--count=1", "--seed=42"),
                suite,
                Optional.empty(),
                "abc",
                Map.of("Java", "17"),
                Optional.empty());
    }

    /** Up to the end of the play, as a run leaves it that is killed then. */
    public static RunFolder killed(Path runs) {
        RunFolder folder = RunFolder.create(runs, BEGIN, "crash");
        RunWriter writer = RunWriter.begin(folder, info(BEGIN, Optional.empty()), silent());
        writer.queueIs(QUEUE);
        history(folder, "producer-1", new Event.Sending("a"), new Event.Sent("a", "m-a", false));
        history(folder, "consumer-1", received(1), new Event.Crashed("a", "after receive"));
        history(
                folder,
                "consumer-2",
                received(2),
                new Event.EffectAttempted("a", "a"),
                new Event.EffectPerformed("a", "a", 1),
                new Event.Completed("a"),
                new Event.Deleted("a", "m-a"));
        return folder;
    }

    /** The whole run, which passed. */
    public static RunFolder passed(Path runs) {
        RunFolder folder = killed(runs);
        history(folder, "runner", new Event.Signalled("consumer-2", "TERM"), new Event.Exited("consumer-2", 0));
        RunWriter writer = RunWriter.begin(folder, info(BEGIN, Optional.empty()), silent());
        writer.queueIs(QUEUE);
        RunWriter.lines(folder, "producer-1.jsonl", List.of(Map.of("n", 1)));
        writer.found(new StackSnapshot(
                BEGIN.plusSeconds(4),
                Depth.EMPTY,
                Depth.EMPTY,
                List.of(),
                Map.of("a", new StackSnapshot.Effect(1, "a")),
                Map.of(),
                Set.of()));
        RunWriter.table(folder, "sent", new Table(List.of("n"), List.of(List.of("1"))));
        writer.end(new RunOutcome(
                Verdict.PASS,
                4.5,
                Optional.empty(),
                Optional.empty(),
                List.of(new CheckOutcome("nothing lost", Verdict.PASS, "of 1 messages, 1 were processed"))));
        return folder;
    }

    private static Event received(int count) {
        return new Event.Received("a", "m-a", count, BEGIN, null);
    }

    private static void history(RunFolder folder, String process, Event... events) {
        Clock clock = Clock.fixed(BEGIN.plusSeconds(1), ZoneOffset.UTC);
        try (HistoryFile history = HistoryFile.begin(folder.history(process), process, clock)) {
            List.of(events).forEach(history::record);
        }
    }

    private static RunListener silent() {
        return listener(new ArrayList<>());
    }

    /** Adds each step to {@code steps}. */
    static RunListener listener(List<String> steps) {
        return new RunListener() {
            @Override
            public void step(String text) {
                steps.add(text);
            }

            @Override
            public void checked(CheckOutcome outcome) {}

            @Override
            public void table(String name, Table table) {}

            @Override
            public void childLine(String child, String line) {}
        };
    }
}
