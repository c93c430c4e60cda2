package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Checks of what consumers did with a message once another had claimed it. */
public final class FencingChecks {
    public static final Requirement LATE_EFFECT_REFUSED = new Requirement(
            "late effects refused",
            "No consumer performed an effect after one that had claimed the message later performed it.",
            evidence -> judge(evidence, Event.Fenced.EFFECT, FencingChecks::lateEffects));

    public static final Requirement LATE_COMPLETION_REFUSED = new Requirement(
            "late completions refused",
            "No consumer recorded the completion of a message that another had claimed since.",
            evidence -> judge(evidence, Event.Fenced.COMPLETION, FencingChecks::lateCompletions));

    private FencingChecks() {}

    private static Finding judge(Evidence evidence, String step, Function<Evidence, List<String>> lateOnes) {
        if (evidence.history().all(Event.LeaseHeld.class).findAny().isEmpty()) {
            return Finding.notApplicable("no consumer recorded that it claimed a message")
                    .onlyInHistories("who had claimed a message");
        }
        List<String> late = lateOnes.apply(evidence);
        if (!late.isEmpty()) {
            return Finding.broken(late.size() + " came too late and were not refused: " + Names.of(late));
        }
        List<String> refused = evidence.history()
                .all(Event.Fenced.class)
                .filter(fenced -> fenced.step().equals(step))
                .map(fenced -> fenced.id() + " (token " + fenced.token() + ", the newest is " + fenced.newest() + ")")
                .toList();
        return refused.isEmpty()
                ? Finding.undecided("nothing came too late")
                : Finding.holds(refused.size() + " refused: " + Names.of(refused));
    }

    /** The service's own count shows which of two performances came later. */
    private static List<String> lateEffects(Evidence evidence) {
        return of(Event.EffectPerformed.class, evidence)
                .filter(late -> of(Event.EffectPerformed.class, evidence)
                        .anyMatch(earlier ->
                                earlier.fact().key().equals(late.fact().key())
                                        && earlier.fact().timesPerformed()
                                                < late.fact().timesPerformed()
                                        && token(earlier.entry(), evidence) > token(late.entry(), evidence)))
                .map(late -> late.fact().id() + " by " + late.entry().process())
                .toList();
    }

    /** A completed message is not claimed any more, so a completion beside a later claim came after that. */
    private static List<String> lateCompletions(Evidence evidence) {
        return of(Event.Completed.class, evidence)
                .filter(late -> of(Event.LeaseHeld.class, evidence)
                        .anyMatch(claim -> claim.fact().id().equals(late.fact().id())
                                && !claim.entry().process().equals(late.entry().process())
                                && claim.fact().token() > token(late.entry(), evidence)))
                .map(late -> late.fact().id() + " by " + late.entry().process())
                .toList();
    }

    /** A fact and who recorded it. */
    private record Recorded<E extends Event.OfMessage>(Entry entry, E fact) {}

    private static <E extends Event.OfMessage> Stream<Recorded<E>> of(Class<E> kind, Evidence evidence) {
        return evidence.history().entries().stream()
                .filter(entry -> kind.isInstance(entry.event()))
                .map(entry -> new Recorded<>(entry, kind.cast(entry.event())));
    }

    /** The token of the process's own last claim of the message before it recorded this. */
    private static long token(Entry entry, Evidence evidence) {
        String id = entry.event() instanceof Event.OfMessage fact ? fact.id() : "";
        return of(Event.LeaseHeld.class, evidence)
                .filter(claim -> claim.entry().process().equals(entry.process())
                        && claim.fact().id().equals(id)
                        && claim.entry().seq() < entry.seq())
                .mapToLong(claim -> claim.fact().token())
                .max()
                .orElse(Long.MAX_VALUE);
    }
}
