package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import dev.queuelab.core.payload.Payload;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Checks of the order in which effects were performed, as a log of them shows. */
public final class OrderingChecks {
    /** Some message came too late to be applied. */
    public static final Precondition STALE_VERSION_SEEN = new Precondition(
            "stale version seen",
            "The failure came about: some version was handled after a newer one.",
            OrderingChecks::staleVersionSeen);

    private OrderingChecks() {}

    /**
     * No line stands before another that should come first. What counts is where each line stands first: a repetition is
     * no disorder, and {@link #eachOnce} finds it.
     *
     * @param log the file to which consumers append a line for each effect
     */
    public static Requirement inOrder(String name, String meaning, String log, Supplier<List<String>> expected) {
        return new Requirement(name, meaning, evidence -> inOrder(evidence, evidence.lines(log), expected.get()));
    }

    /**
     * The same; where consumers that are not ours write no log, their calls show in which order they did the work of the
     * messages: that of its effects, or where none is seen, of the deletions.
     *
     * @param producer the label of the producer that sent the messages, in the order that is expected
     */
    public static Requirement inOrder(
            String name, String meaning, String log, String producer, Supplier<List<String>> expected) {
        return new Requirement(name, meaning, evidence -> {
            List<String> seen = evidence.isShared(log) || evidence.isOursAlone()
                    ? evidence.lines(log)
                    : workInOrder(
                            evidence, evidence.messages().from(Set.of(producer)).ids());
            return inOrder(evidence, seen, expected.get());
        });
    }

    /** The places of the messages among those sent, in the order of their work. */
    private static List<String> workInOrder(Evidence evidence, List<String> sent) {
        boolean effects = evidence.areEffectsKnown();
        return evidence.history().entries().stream()
                .sorted(Comparator.comparing(Entry::at))
                .map(Entry::event)
                .filter(event -> effects ? event instanceof Event.EffectPerformed : event instanceof Event.Deleted)
                .map(event -> sent.indexOf(((Event.OfMessage) event).id()))
                .filter(place -> place >= 0)
                .map(String::valueOf)
                .toList();
    }

    private static Finding inOrder(Evidence evidence, List<String> log, List<String> expected) {
        if (log.isEmpty() && !evidence.effects().isEmpty()) {
            return Finding.undecided("not judged: effects were performed, but none was written to the log");
        }
        List<String> first = log.stream().distinct().toList();
        List<String> inOrder = expected.stream().filter(first::contains).toList();
        List<String> known = first.stream().filter(expected::contains).toList();
        for (int place = 0; place < known.size(); place++) {
            if (!known.get(place).equals(inOrder.get(place))) {
                return Finding.broken("after " + place + " effects in order came " + known.get(place)
                        + ", which was sent after " + inOrder.get(place) + "; the log has " + log);
            }
        }
        return inOrder.size() == expected.size()
                ? Finding.holds("the " + inOrder.size() + " effects came in the order of their sending")
                : Finding.undecided("not judged: the log has " + inOrder.size() + " of " + expected.size()
                        + " effects, which came in order");
    }

    /** No line stands in any of these logs twice. */
    public static Requirement eachOnce(String name, String meaning, String... logs) {
        return new Requirement(name, meaning, evidence -> {
            List<String> repeated = Stream.of(logs)
                    .flatMap(log -> evidence.lines(log).stream()
                            .filter(line -> Collections.frequency(evidence.lines(log), line) > 1)
                            .distinct()
                            .map(line -> line + " (" + Collections.frequency(evidence.lines(log), line) + " times in "
                                    + log + ")"))
                    .toList();
            return repeated.isEmpty()
                    ? Finding.holds("no effect is in the log twice")
                    : Finding.broken("repeated: " + Names.of(repeated));
        });
    }

    /**
     * The versions were applied in strictly increasing order, and the newest of all is the last.
     *
     * @param log the file to which consumers append a JSON object for each version that they apply
     * @param field the field of that object that holds the version
     */
    public static Requirement onlyNewer(String name, String meaning, String log, String field, IntSupplier newest) {
        return new Requirement(
                name, meaning, evidence -> onlyNewer(evidence, evidence.lines(log), field, newest.getAsInt()));
    }

    private static Finding onlyNewer(Evidence evidence, List<String> log, String field, long newest) {
        if (log.isEmpty() && !evidence.effects().isEmpty()) {
            return Finding.undecided("not judged: effects were performed, but no version was written to the log");
        }
        List<Long> applied = log.stream()
                .flatMap(line -> Payload.parse(line).wholeNumber(field).stream())
                .toList();
        if (applied.size() < log.size()) {
            return Finding.undecided("not judged: " + (log.size() - applied.size()) + " of " + log.size()
                    + " lines of the log have no whole number in their field \"" + field + "\"");
        }
        for (int place = 1; place < applied.size(); place++) {
            if (applied.get(place) <= applied.get(place - 1)) {
                return Finding.broken("version " + applied.get(place) + " was applied over " + applied.get(place - 1));
            }
        }
        boolean last = !applied.isEmpty() && applied.get(applied.size() - 1) == newest;
        return Finding.that(last, "applied were " + applied + ", and the newest is " + newest);
    }

    private static Finding staleVersionSeen(Evidence evidence) {
        long stale = evidence.history()
                .all(Event.Skipped.class)
                .filter(skipped -> skipped.reason() == SkipReason.STALE_VERSION)
                .count();
        String found = stale + " messages came after a newer one";
        return stale > 0
                ? Finding.holds(found)
                : Finding.broken(found).onlyInHistories("what came after a newer version");
    }
}
