package dev.queuelab.consumer;

import java.time.Instant;
import java.util.Optional;

/** The bookkeeping: which messages were started and completed. */
interface StatusStore {

    /** What is known of a message once its start is recorded. */
    enum ProcessingState {
        /** Nobody started it before, so nobody can have done its work under its own name. */
        FIRST_START,
        /** It was started before, or there is no record: its work may have been done. */
        MAY_BE_DONE,
        /** It was completed. */
        COMPLETED
    }

    /** What came of the wish to begin the work. */
    sealed interface Begin {}

    /**
     * What the record says once a start is in it.
     *
     * @param firstDigest of the body that the message was first started with; empty if that is not known
     * @param lease this process's claim of the message, where messages are claimed
     */
    record Start(ProcessingState state, Optional<String> firstDigest, Optional<Lease> lease) implements Begin {

        Start(ProcessingState state, Optional<String> firstDigest) {
            this(state, firstDigest, Optional.empty());
        }
    }

    /** Somebody else has claimed the message until then; nothing was recorded. */
    record HeldByAnother(String owner, Instant until) implements Begin {}

    /** Records that work on the message begins, unless somebody else has claimed it. */
    Begin start(String id, String digest);

    /**
     * Records that the message's work is done; a claim of it then ends.
     *
     * @param lease with which the work was begun, where messages are claimed
     * @throws FencedException if claims are fenced, and somebody else has claimed the message since
     */
    void complete(String id, Optional<Lease> lease);

    /**
     * Lets a claim hold on, for as long as a new one would.
     *
     * @return the claim with its new end; empty if this process does not hold it any more
     */
    default Optional<Lease> renew(String id, Lease lease) {
        return Optional.empty();
    }

    /** Keeps no record. */
    StatusStore NONE = new StatusStore() {
        @Override
        public Start start(String id, String digest) {
            return new Start(ProcessingState.MAY_BE_DONE, Optional.empty());
        }

        @Override
        public void complete(String id, Optional<Lease> lease) {}
    };
}
