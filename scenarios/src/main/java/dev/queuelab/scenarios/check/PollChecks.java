package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.toolbox.Seconds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks of when consumers ask for messages, and of the errors that they get. */
public final class PollChecks {
    /** In which a process gets to know of its signal, on however busy a machine. */
    private static final Duration TO_NOTICE = Duration.ofSeconds(5);

    private PollChecks() {}

    /** What was asked for later would take messages that nobody begins. */
    public static Requirement noneAfterSigterm(String consumer) {
        return new Requirement(
                "no receive after SIGTERM",
                "The consumer began no receive later than " + TO_NOTICE.toSeconds() + " s after SIGTERM.",
                evidence -> noneAfterSigterm(evidence, consumer));
    }

    private static Finding noneAfterSigterm(Evidence evidence, String consumer) {
        Optional<Instant> signal = evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.Signalled sent
                        && sent.child().equals(consumer)
                        && sent.endsChild())
                .map(Entry::at)
                .findFirst();
        if (signal.isEmpty() || evidence.wire().isEmpty()) {
            return Finding.undecided("nobody saw when " + consumer + " asked for messages after SIGTERM");
        }
        List<String> late = receives(evidence)
                .filter(call -> call.process().equals(consumer)
                        && call.begunAt().isAfter(signal.get().plus(TO_NOTICE)))
                .map(call -> Seconds.format(Duration.between(signal.get(), call.begunAt())) + " s after it")
                .toList();
        return late.isEmpty()
                ? Finding.holds(
                        consumer + " asked for no message later than " + TO_NOTICE.toSeconds() + " s after SIGTERM")
                : Finding.broken(
                        consumer + " asked for messages " + late.size() + " times after SIGTERM: " + Names.of(late));
    }

    private static Stream<WireCall> receives(Evidence evidence) {
        return calls(evidence).filter(call -> call.operation().equals(WireCall.RECEIVE));
    }

    private static Stream<WireCall> calls(Evidence evidence) {
        return evidence.wire().stream().flatMap(seen -> seen.calls().stream());
    }

    /** At least so many calls met this fault. */
    public static Precondition met(String fault, int least) {
        return new Precondition(
                "fault met",
                "The failure came about: at least " + least + " calls met the fault '" + fault + "'.",
                evidence -> {
                    long met = calls(evidence)
                            .filter(call -> call.faults().contains(fault))
                            .count();
                    return Finding.that(met >= least, met + " calls met the fault '" + fault + "'");
                });
    }

    /** Some call of this operation was made: a consumer that makes none has nothing to be judged by. */
    public static Precondition made(String operation, String what) {
        return new Precondition(
                "call made",
                "The failure can come about: the consumer calls " + operation + ".",
                evidence -> calls(evidence).anyMatch(call -> call.operation().equals(operation))
                        ? Finding.holds("it was called")
                        : Finding.notApplicable("needs a consumer that " + what + ": it never called " + operation));
    }
}
