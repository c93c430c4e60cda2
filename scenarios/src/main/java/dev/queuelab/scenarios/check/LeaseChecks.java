package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.toolbox.Seconds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks of leases: who had claimed a message, until when, and who worked on it. */
public final class LeaseChecks {
    public static final Requirement RESPECTED = new Requirement(
            "leases respected",
            "No consumer claimed a message, or began its work, while another consumer's lease on it held.",
            LeaseChecks::respected);

    public static final Requirement TAKEN_OVER = new Requirement(
            "dead owner's lease taken over",
            "Each message that a consumer had claimed when it died was claimed by another once that lease had ended.",
            LeaseChecks::takenOver);

    public static final Precondition MET = new Precondition(
            "lease met",
            "The failure could come about: a consumer received a message that another had claimed.",
            LeaseChecks::met);

    private LeaseChecks() {}

    /** Somebody's claim of a message. */
    private record Claim(String process, Instant at, Event.LeaseHeld lease) {
        static Optional<Claim> in(Entry entry) {
            return entry.event() instanceof Event.LeaseHeld lease
                    ? Optional.of(new Claim(entry.process(), entry.at(), lease))
                    : Optional.empty();
        }

        boolean holdsAt(Instant moment) {
            return moment.isBefore(lease.until());
        }
    }

    private static List<Claim> claims(Evidence evidence) {
        return evidence.history().entries().stream()
                .flatMap(entry -> Claim.in(entry).stream())
                .toList();
    }

    private static Finding respected(Evidence evidence) {
        Map<String, Claim> holders = new HashMap<>();
        List<String> intrusions = new ArrayList<>();
        for (Entry entry : evidence.history().entries()) {
            if (entry.event() instanceof Event.OfMessage fact) {
                Optional<Claim> holder = Optional.ofNullable(holders.get(fact.id()));
                holder.filter(claim -> isIntrusion(entry, claim))
                        .ifPresent(claim -> intrusions.add(fact.id() + " by " + entry.process() + ", "
                                + Seconds.of(Duration.between(
                                        entry.at(), claim.lease().until()))
                                + " s before the lease of " + claim.process() + " ended"));
                Claim.in(entry).ifPresent(claim -> holders.put(fact.id(), claim));
                if (fact instanceof Event.Completed) {
                    holders.remove(fact.id());
                }
            }
        }
        int claims = claims(evidence).size();
        if (claims == 0) {
            return noLeases();
        }
        return (intrusions.isEmpty()
                        ? Finding.holds("of " + claims + " leases, none was broken")
                        : Finding.broken(intrusions.size() + " broken: " + Names.of(intrusions)))
                .onlyInHistories("who had claimed a message");
    }

    private static boolean isIntrusion(Entry entry, Claim holder) {
        boolean begins = entry.event() instanceof Event.LeaseHeld || entry.event() instanceof Event.EffectAttempted;
        return begins && !entry.process().equals(holder.process()) && holder.holdsAt(entry.at());
    }

    private static Finding takenOver(Evidence evidence) {
        List<Claim> claims = claims(evidence);
        if (claims.isEmpty()) {
            return noLeases();
        }
        List<String> left = new ArrayList<>();
        List<String> takenOver = new ArrayList<>();
        for (Claim claim : claims) {
            if (diedWith(claim, evidence)) {
                Optional<Claim> next = nextAfter(claim, claims);
                if (next.isEmpty()) {
                    left.add(claim.lease().id());
                } else if (!next.get().process().equals(claim.process())) {
                    Duration after =
                            Duration.between(claim.lease().until(), next.get().at());
                    takenOver.add(claim.lease().id() + " " + Seconds.of(after) + " s after its end");
                }
            }
        }
        if (!left.isEmpty()) {
            return Finding.broken(left.size() + " not claimed again: " + Names.of(left))
                    .onlyInHistories("who had claimed a message");
        }
        return takenOver.isEmpty()
                ? Finding.notApplicable("no consumer died with a message that it had claimed")
                : Finding.holds(takenOver.size() + " taken over: " + Names.of(takenOver));
    }

    /** Whether the process died afterwards, and had not recorded the message's completion. */
    private static boolean diedWith(Claim claim, Evidence evidence) {
        boolean completed = evidence.history().entries().stream()
                .anyMatch(entry -> entry.process().equals(claim.process())
                        && entry.event() instanceof Event.Completed fact
                        && fact.id().equals(claim.lease().id()));
        boolean died = evidence.history()
                .all(Event.Exited.class)
                .anyMatch(exit -> exit.child().equals(claim.process()) && exit.exitCode() != 0);
        return died && !completed;
    }

    private static Optional<Claim> nextAfter(Claim claim, List<Claim> claims) {
        return claims.subList(claims.indexOf(claim) + 1, claims.size()).stream()
                .filter(other -> other.lease().id().equals(claim.lease().id()))
                .findFirst();
    }

    private static Finding met(Evidence evidence) {
        int claims = claims(evidence).size();
        if (claims == 0) {
            return noLeases();
        }
        long refused = evidence.history().all(Event.LeaseRefused.class).count();
        return refused > 0
                ? Finding.holds(refused + " met the lease of another, and left the message to it")
                : Finding.broken("of " + claims + " leases, none was met by another consumer");
    }

    private static Finding noLeases() {
        return Finding.notApplicable("no consumer recorded that it claimed a message")
                .onlyInHistories("who had claimed a message");
    }
}
