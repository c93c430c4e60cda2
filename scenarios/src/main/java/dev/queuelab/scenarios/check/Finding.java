package dev.queuelab.scenarios.check;

import java.util.Optional;

/**
 * What a check found in the evidence.
 *
 * @param text one sentence for people, with the facts it rests on
 * @param premise what the finding concludes from the absence of facts: where they could not be known, their absence
 *     proves nothing, and the check is not judged
 */
public record Finding(Kind kind, String text, Optional<Premise> premise) {

    /** Whether the claim is true. */
    public enum Kind {
        HOLDS,
        BROKEN,
        /** The evidence shows neither. */
        UNDECIDED,
        /** The environment does not behave in the way that the claim is about; the text says what it does. */
        NOT_APPLICABLE
    }

    public static Finding holds(String text) {
        return new Finding(Kind.HOLDS, text, Optional.empty());
    }

    public static Finding broken(String text) {
        return new Finding(Kind.BROKEN, text, Optional.empty());
    }

    /** Holds if {@code claim} is true, with the same facts either way. */
    public static Finding that(boolean claim, String text) {
        return claim ? holds(text) : broken(text);
    }

    public static Finding undecided(String text) {
        return new Finding(Kind.UNDECIDED, text, Optional.empty());
    }

    public static Finding notApplicable(String text) {
        return new Finding(Kind.NOT_APPLICABLE, text, Optional.empty());
    }

    /**
     * What must be known for a finding.
     *
     * @param what as in "which messages were received"
     * @param visibleInCalls whether the gateway can see it, too
     */
    public record Premise(String what, boolean visibleInCalls) {}

    /** The same, concluded from facts that are missing: only a history shows {@code what}. */
    public Finding onlyInHistories(String what) {
        return new Finding(kind, text, Optional.of(new Premise(what, false)));
    }

    /** The same, concluded from facts that are missing: only a history shows {@code what}, or a record of the calls. */
    public Finding onlyInHistoriesOrCalls(String what) {
        return new Finding(kind, text, Optional.of(new Premise(what, true)));
    }
}
