package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.toolbox.Seconds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts behind an accusation: what happened to the messages that it names, in order, and what each consumer did not do. */
final class Story {
    private static final int MOST_MESSAGES = 3;
    private static final int MOST_EVENTS = 12;

    private final Evidence evidence;
    private final Instant begin;

    private Story(Evidence evidence) {
        this.evidence = evidence;
        this.begin = evidence.history().entries().stream()
                .map(Entry::at)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** One line for each message that the finding names, and for each consumer of which there is something to say. */
    static List<String> behind(String finding, Evidence evidence) {
        Story story = new Story(evidence);
        Collection<String> words = Arrays.asList(finding.split("[\\s,;:()]+"));
        List<String> lines = new ArrayList<>(evidence.messages().ids().stream()
                .filter(words::contains)
                .limit(MOST_MESSAGES)
                .map(story::ofMessage)
                .toList());
        story.consumers().forEach(consumer -> story.ofDeletions(consumer).forEach(lines::add));
        story.deadPolls().forEach(lines::add);
        return lines;
    }

    private String ofMessage(String id) {
        List<String> happened = evidence.history().entries().stream()
                .filter(entry ->
                        entry.event() instanceof Event.OfMessage of && of.id().equals(id))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .flatMap(entry -> describe(entry.process(), entry.event()).map(what -> at(entry) + " " + what))
                .toList();
        int more = happened.size() - MOST_EVENTS;
        return "message " + id + ": "
                + happened.stream().limit(MOST_EVENTS).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private String at(Entry entry) {
        return Seconds.format(Duration.between(begin, entry.at())) + " s";
    }

    private static Stream<String> describe(String process, Event event) {
        if (event instanceof Event.Received received) {
            return Stream.of(process + " received it (delivery " + received.receiveCount() + ")");
        } else if (event instanceof Event.DeleteStale stale) {
            return Stream.of(process + " deleted it, refused: " + stale.reason());
        } else if (event instanceof Event.Extended extended) {
            return Stream.of(process + " extended it by " + extended.seconds() + " s");
        } else if (event instanceof Event.Failed failed) {
            return Stream.of(process + " failed at " + failed.step() + ": " + failed.reason());
        }
        String what = switch (event.getClass().getSimpleName()) {
            case "Sent" -> "sent it";
            case "EffectPerformed" -> "performed its effect";
            case "Skipped" -> "skipped its effect";
            case "Deleted" -> "deleted it";
            case "HandedBack" -> "handed it back";
            case "Rejected" -> "rejected it";
            case "Expired" -> "dropped it for its age";
            case "Crashed" -> "crashed with it";
            default -> "";
        };
        return what.isEmpty() ? Stream.empty() : Stream.of(process + " " + what);
    }

    private Set<String> consumers() {
        return evidence.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.Received)
                .map(Entry::process)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> ofDeletions(String consumer) {
        long deleted = count(consumer, Event.Deleted.class);
        long refused = count(consumer, Event.DeleteStale.class);
        if (deleted > 0) {
            return Stream.empty();
        }
        return Stream.of(
                refused == 0
                        ? consumer + " received " + times(count(consumer, Event.Received.class))
                                + ", and never deleted anything"
                        : consumer + " deleted " + times(refused)
                                + ", and each time the receipt handle was no longer valid");
    }

    private static String times(long count) {
        return count + (count == 1 ? " time" : " times");
    }

    private long count(String process, Class<? extends Event> kind) {
        return evidence.history().entries().stream()
                .filter(entry -> entry.process().equals(process) && kind.isInstance(entry.event()))
                .count();
    }

    private Stream<String> deadPolls() {
        return evidence.deliveriesToNobody().stream()
                .map(entry -> "message " + ((Event.Received) entry.event()).id() + " was delivered " + at(entry)
                        + " into the run to a poll that " + entry.process()
                        + " had left open at its end, where nobody read it");
    }
}
