package dev.queuelab.scenarios.check;

import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.scenarios.check.Outages.Met;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks of processes whose calls were all broken for a while, at the gateway. */
public final class OutageChecks {
    /** Well-known libraries wait for 10 s after some errors; with a margin for however busy a machine. */
    public static final Duration TO_RESUME = Duration.ofSeconds(20);

    /** Calls a second of one worker: far more than with back-off, and far fewer than a loop without makes. */
    private static final int CALLS_PER_SECOND = 10;

    /** What is in hand when an outage begins has its first tries still. */
    private static final int FIRST_CALLS = 5;

    public static final Requirement RESUMED = new Requirement(
            "resumed after each outage",
            "Each process that met an outage went on at most " + TO_RESUME.toSeconds() + " s after its end.",
            OutageChecks::resumed);

    public static final Requirement CALLS_BOUNDED = new Requirement(
            "calls bounded during outages",
            "During an outage a process made at most " + FIRST_CALLS + " calls, and " + CALLS_PER_SECOND
                    + " more a second, for each message that it may work on at once.",
            OutageChecks::callsBounded);

    public static final Requirement NO_EFFECT_ON_A_GUESS = new Requirement(
            "no effect on a guess",
            "No effect was performed by the external service before the tables had said, since the message was"
                    + " received, what was known of it.",
            OutageChecks::noEffectOnAGuess);

    public static final Requirement ONE_TRY_A_MESSAGE = new Requirement(
            "one try a message during an outage",
            "During an outage nobody asked the external service twice for the work of one message.",
            OutageChecks::oneTryAMessage);

    /** Each outage with what each process did. */
    public static final ReportTable TABLE =
            new ReportTable("outages", evidence -> Outages.in(evidence).table());

    private OutageChecks() {}

    /** So many outages came about, and each was met by a consumer. */
    public static Precondition met(int outages) {
        return new Precondition(
                "outages met",
                "The failure came about: at least " + outages + (outages == 1 ? " outage" : " outages")
                        + ", and calls of a consumer failed in each.",
                evidence -> met(Outages.in(evidence), outages));
    }

    private static Finding met(Outages outages, int expected) {
        Set<String> met = new HashSet<>();
        outages.all().stream()
                .filter(one -> one.process().startsWith(Labels.CONSUMER))
                .forEach(one -> met.add(one.outage()));
        return Finding.that(
                outages.count() >= expected && met.size() == outages.count(),
                outages.count() + " came about, and consumers met " + met.size());
    }

    private static Finding resumed(Evidence evidence) {
        List<Met> all = Outages.in(evidence).all();
        List<String> late = all.stream()
                .filter(met -> met.timeToResume()
                        .filter(time -> time.compareTo(TO_RESUME) <= 0)
                        .isEmpty())
                .map(met -> met.describe()
                        + met.timeToResume()
                                .map(time -> " after " + Seconds.format(time) + " s")
                                .orElse(" not at all"))
                .toList();
        if (all.isEmpty()) {
            return Finding.undecided("no outage was met");
        }
        String longest = all.stream()
                .flatMap(met -> met.timeToResume().stream())
                .max(Duration::compareTo)
                .map(Seconds::format)
                .orElse("");
        return late.isEmpty()
                ? Finding.holds("all " + all.size() + " times, after " + longest + " s at most")
                : Finding.broken(late.size() + " of " + all.size() + " did not in time: " + Names.of(late));
    }

    private static Finding callsBounded(Evidence evidence) {
        List<Met> all = Outages.in(evidence).all();
        List<String> storms = all.stream()
                .filter(met -> met.calls() > allowed(met))
                .map(met -> met.describe() + " made " + met.calls() + " calls, " + rate(met) + " a second")
                .toList();
        if (all.isEmpty()) {
            return Finding.undecided("no outage was met");
        }
        return storms.isEmpty()
                ? Finding.holds("at most "
                        + all.stream()
                                .max(Comparator.comparingDouble(Met::callsPerSecond))
                                .map(OutageChecks::rate)
                                .orElse("")
                        + " calls a second")
                : Finding.broken(storms.size() + " of " + all.size() + " were call storms: " + Names.of(storms));
    }

    private static double allowed(Met met) {
        return (FIRST_CALLS + CALLS_PER_SECOND * Seconds.of(met.lasted())) * met.workers();
    }

    private static String rate(Met met) {
        return String.format(Locale.ROOT, "%.1f", met.callsPerSecond());
    }

    private static Finding oneTryAMessage(Evidence evidence) {
        Map<Set<String>, Long> tries = evidence.wire().map(WireEvidence::calls).orElse(List.of()).stream()
                .filter(call -> call.service().equals(WireCall.EFFECTS) && call.isBroken())
                .collect(Collectors.groupingBy(WireCall::names, Collectors.counting()));
        List<String> again = tries.entrySet().stream()
                .filter(message -> message.getValue() > 1)
                .map(message -> String.join(" ", message.getKey()) + " " + message.getValue() + " times")
                .toList();
        if (tries.isEmpty()) {
            return Finding.undecided("the external service was not asked during an outage");
        }
        return again.isEmpty()
                ? Finding.holds("for each of " + tries.size() + " messages once")
                : Finding.broken(again.size() + " of " + tries.size() + " messages: " + Names.of(again));
    }

    private static Finding noEffectOnAGuess(Evidence evidence) {
        List<WireCall> calls = evidence.wire().map(WireEvidence::calls).orElse(List.of());
        List<WireCall> effects = calls.stream()
                .filter(call -> call.service().equals(WireCall.EFFECTS) && call.ok())
                .toList();
        if (effects.isEmpty()) {
            return Finding.notApplicable("no effect was performed by the external service");
        }
        if (calls.stream().noneMatch(call -> call.service().equals(WireCall.DYNAMODB))) {
            return Finding.notApplicable("no process called DynamoDB");
        }
        List<String> guesses = effects.stream()
                .filter(effect -> isGuess(effect, calls))
                .map(effect -> effect.process() + " for " + String.join(" ", effect.names()))
                .toList();
        return guesses.isEmpty()
                ? Finding.holds("before each of " + effects.size() + " effects a table had answered")
                : Finding.broken(guesses.size() + " of " + effects.size() + " effects: " + Names.of(guesses));
    }

    /** Whether no table had answered its consumer about the message, since it last received it. */
    private static boolean isGuess(WireCall effect, List<WireCall> calls) {
        boolean guess = true;
        for (WireCall call : calls) {
            if (call.equals(effect)) {
                return guess;
            }
            if (call.process().equals(effect.process()) && call.ok() && call.isAbout(effect.names())) {
                if (call.operation().equals("ReceiveMessage")) {
                    guess = true;
                } else if (call.service().equals(WireCall.DYNAMODB)) {
                    guess = false;
                }
            }
        }
        return guess;
    }
}
