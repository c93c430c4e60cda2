package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What processes did while the gateway broke their calls, and afterwards, outage by outage. */
public record Outages(List<Met> all, int count) {
    /** By these a process goes on; a deletion that succeeds late only ends what was begun before. */
    private static final Set<String> GOING_ON = Set.of(
            "ReceiveMessage",
            "SendMessage",
            "SendMessageBatch",
            "GetItem",
            "PutItem",
            "UpdateItem",
            "BatchGetItem",
            "BatchWriteItem",
            "TransactWriteItems",
            "PostEffect");

    private static final Set<String> OF_MESSAGES_IN_HAND =
            Set.of("DeleteMessage", "DeleteMessageBatch", "ChangeMessageVisibility", "ChangeMessageVisibilityBatch");

    public Outages {
        all = List.copyOf(all);
    }

    /** Whether a process whose calls were broken goes on, if it makes this call with success. */
    public static boolean showsRecovery(String operation) {
        return GOING_ON.contains(operation);
    }

    /**
     * An outage as one process met it.
     *
     * @param calls of the process that were broken
     * @param workers how many messages the process may work on at once
     * @param resumed when it first made such a call again with success; empty if it did not
     */
    record Met(
            String outage,
            String process,
            Instant begin,
            Instant end,
            long calls,
            int workers,
            Optional<Instant> resumed) {

        Duration lasted() {
            return Duration.between(begin, end);
        }

        double callsPerSecond() {
            return calls / Math.max(0.001, Seconds.of(lasted()));
        }

        Optional<Duration> timeToResume() {
            return resumed.map(at -> Duration.between(end, at));
        }

        /** For people. */
        String describe() {
            return process + " at \"" + outage + "\"";
        }
    }

    static Outages in(Evidence evidence) {
        List<WireCall> calls = evidence.wire().map(WireEvidence::calls).orElse(List.of());
        List<Entry> begins = evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.FaultBegun)
                .toList();
        List<Met> met =
                begins.stream().flatMap(begin -> met(begin, evidence, calls)).toList();
        return new Outages(met, begins.size());
    }

    private static Stream<Met> met(Entry begun, Evidence evidence, List<WireCall> calls) {
        String name = ((Event.FaultBegun) begun.event()).name();
        Instant end = evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.FaultEnded ended
                        && ended.name().equals(name))
                .findFirst()
                .map(Entry::at)
                .orElse(Instant.MAX);
        List<WireCall> broken = calls.stream()
                .filter(call -> call.isBroken()
                        && !call.begunAt().isBefore(begun.at())
                        && call.begunAt().isBefore(end))
                .toList();
        return broken.stream().map(WireCall::process).distinct().sorted().map(process -> {
            List<WireCall> own = broken.stream()
                    .filter(call -> call.process().equals(process))
                    .toList();
            return new Met(
                    name,
                    process,
                    begun.at(),
                    end,
                    own.size(),
                    workers(process, evidence, own),
                    resumed(process, own.get(0).service(), end, calls));
        });
    }

    private static Optional<Instant> resumed(String process, String service, Instant end, List<WireCall> calls) {
        return calls.stream()
                .filter(call -> call.process().equals(process)
                        && call.ok()
                        && call.service().equals(service)
                        && showsRecovery(call.operation())
                        && !call.begunAt().isBefore(end))
                .findFirst()
                .map(WireCall::begunAt);
    }

    /** Of a program that does not say how many: as many as there are messages in hand that its broken calls are about. */
    private static int workers(String process, Evidence evidence, List<WireCall> broken) {
        long messages = broken.stream()
                .filter(call -> OF_MESSAGES_IN_HAND.contains(call.operation()))
                .map(WireCall::names)
                .distinct()
                .count();
        return evidence.history().entries().stream()
                .filter(entry -> entry.process().equals(process))
                .flatMap(entry -> entry.event() instanceof Event.Started started
                        ? Stream.ofNullable(started.settings().get(Knobs.CONCURRENCY.name()))
                        : Stream.empty())
                .findFirst()
                .map(Integer::parseInt)
                .orElseGet(() -> Math.toIntExact(Math.max(1, messages)));
    }

    /** Each outage with what each process did. */
    Table table() {
        return new Table(
                List.of("outage", "lasted (s)", "process", "calls", "calls a second", "resumed after (s)"),
                all.stream().map(Outages::row).toList());
    }

    private static List<String> row(Met met) {
        return List.of(
                met.outage(),
                Seconds.format(met.lasted()),
                met.process(),
                Long.toString(met.calls()),
                String.format(Locale.ROOT, "%.1f", met.callsPerSecond()),
                met.timeToResume()
                        .map(time -> String.format(Locale.ROOT, "%.2f", Seconds.of(time)))
                        .orElse("never"));
    }
}
