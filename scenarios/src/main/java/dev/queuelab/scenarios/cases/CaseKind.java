package dev.queuelab.scenarios.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What cases are about; the first part of their ids. */
public enum CaseKind {
    ACKNOWLEDGEMENT("when messages are deleted"),
    LIVENESS("whether the consumer goes on"),
    SHUTDOWN("SIGTERM, and what is in hand then"),
    VISIBILITY("work that takes longer than the visibility timeout"),
    HANDLES("receipt handles that are no longer valid"),
    BATCHES("several messages received, or deleted, together"),
    DEAD_POLLS("receive calls whose client is gone"),
    FREEZE("a process that stands still for a while"),
    ERRORS("errors of the queue service"),
    BACK_OFF("how soon, and how often, what failed is tried again"),
    UNDECODABLE("bodies that the consumer does not expect"),
    CACHES("what a consumer remembers of messages"),
    FIFO("message groups"),
    DEAD_LETTERS("poison, the dead-letter queue and redrives"),
    IDEMPOTENCY("work that is asked for more than once"),
    ORDERING("messages that arrive late or out of order"),
    SCHEMA("messages of several versions side by side"),
    FAIRNESS("tenants that share a queue"),
    CLOCKS("clocks that are minutes off");

    private final String meaning;

    CaseKind(String meaning) {
        this.meaning = meaning;
    }

    /** Such as "dead-polls". */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What such cases are about. */
    public String meaning() {
        return meaning;
    }

    /** The kind with this label. */
    public static Optional<CaseKind> of(String label) {
        return Stream.of(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }
}
