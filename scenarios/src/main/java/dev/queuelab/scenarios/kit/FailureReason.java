package dev.queuelab.scenarios.kit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a message is in the dead-letter queue, as far as the message itself shows it: SQS keeps no reason. */
public enum FailureReason {
    UNDECODABLE("its body is not a JSON object"),
    POISON("its body contains the poison marker"),
    SCHEMA("it is of another major version of the schema"),
    STALE("it was sent too long ago to be wanted still"),
    TRANSIENT("nothing is wrong with it: what failed was something else");

    private final String meaning;

    FailureReason(String meaning) {
        this.meaning = meaning;
    }

    /** Such as "transient". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is so of the message. */
    public String meaning() {
        return meaning;
    }

    /** The reason with this label. */
    public static Optional<FailureReason> of(String label) {
        return Arrays.stream(values())
                .filter(reason -> reason.label().equals(label))
                .findFirst();
    }
}
