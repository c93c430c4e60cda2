package dev.queuelab.scenarios.check;

import dev.queuelab.core.call.CallBreak.Way;
import dev.queuelab.core.call.ProtocolCall;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.scenarios.check.BrokenCalls.Broken;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Checks of consumers each of whose calls was broken in turn, at the gateway. */
public final class BrokenCallChecks {
    /** A consumer that polls gets a visible message well within this time, on however busy a machine. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    public static final Requirement DELIVERED_AGAIN_IF_NOT_DELETED = new Requirement(
            "delivered again if not deleted",
            "A message whose consumer was killed or stood still was delivered again, unless the queue had deleted it by then.",
            BrokenCallChecks::deliveredAgain);

    public static final Requirement RECOVERED_IN_TIME = new Requirement(
            "recovered in time",
            "Each of these messages was in another consumer's hand at most " + MARGIN.toSeconds()
                    + " s after its visibility timeout, counted from that consumer's start if that was later.",
            BrokenCallChecks::recoveredInTime);

    /** Each break with what became of its message. */
    public static final ReportTable TABLE =
            new ReportTable("broken-calls", evidence -> BrokenCalls.in(evidence).table());

    private BrokenCallChecks() {}

    /** Every call of the protocol was broken in each of these ways. */
    public static Precondition everyCallBroken(List<Way> ways) {
        return new Precondition(
                "every call broken",
                "The failure came about: every call that a consumer makes about a message was broken, in every way.",
                evidence -> everyCallBroken(BrokenCalls.in(evidence), ways));
    }

    private static Finding everyCallBroken(BrokenCalls broken, List<Way> ways) {
        List<ProtocolCall> calls = broken.protocol();
        List<String> missing = calls.stream()
                .flatMap(call -> ways.stream()
                        .filter(way -> !broken.happened(call, way))
                        .map(way -> way.words() + " " + call.describe()))
                .toList();
        if (calls.isEmpty()) {
            return Finding.broken("no call about a message was found");
        }
        return missing.isEmpty()
                ? Finding.holds(calls.size() + " calls, each broken in " + ways.size() + " ways")
                : Finding.broken(missing.size() + " did not come about: " + Names.of(missing));
    }

    private static Finding deliveredAgain(Evidence evidence) {
        BrokenCalls broken = BrokenCalls.in(evidence);
        List<Broken> about =
                broken.all().stream().filter(one -> one.id().isPresent()).toList();
        List<String> wrong = about.stream().flatMap(one -> wrong(broken, one)).toList();
        long deleted = about.stream().filter(broken::wasDeleted).count();
        return wrong.isEmpty()
                ? Finding.holds((about.size() - deleted) + " were delivered again, and " + deleted
                        + " had been deleted and were not")
                : Finding.broken(wrong.size() + " of " + about.size() + " were not as expected: " + Names.of(wrong));
    }

    private static Stream<String> wrong(BrokenCalls broken, Broken one) {
        int deliveries = one.id().map(broken::deliveries).orElse(0);
        boolean right = broken.wasDeleted(one) ? deliveries <= 1 : deliveries > 1;
        return right
                ? Stream.empty()
                : Stream.of(one.id().orElse("") + ", " + one.describe() + ", was delivered " + deliveries + " times");
    }

    private static Finding recoveredInTime(Evidence evidence) {
        BrokenCalls broken = BrokenCalls.in(evidence);
        List<Duration> times = broken.all().stream()
                .flatMap(one -> broken.recovery(one).stream())
                .toList();
        List<String> late = broken.all().stream()
                .filter(one -> broken.recovery(one)
                        .filter(time -> time.compareTo(MARGIN) > 0)
                        .isPresent())
                .map(one -> one.id().orElse("") + ", " + one.describe() + ", after "
                        + broken.recovery(one).map(Seconds::format).orElse("") + " s")
                .toList();
        String longest = Seconds.format(times.stream().max(Duration::compareTo).orElse(Duration.ZERO));
        return late.isEmpty()
                ? Finding.holds("all " + times.size() + ", the latest after " + longest + " s")
                : Finding.broken(late.size() + " of " + times.size() + " later: " + Names.of(late));
    }
}
