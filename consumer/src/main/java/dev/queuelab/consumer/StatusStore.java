package dev.queuelab.consumer;

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

    /**
     * What the record says once a start is in it.
     *
     * @param firstDigest of the body that the message was first started with; empty if that is not known
     */
    record Start(ProcessingState state, Optional<String> firstDigest) {}

    /** Records that work on the message begins. */
    Start start(String id, String digest);

    /** Records that the message's work is done. */
    void complete(String id);

    /** Keeps no record. */
    StatusStore NONE = new StatusStore() {
        @Override
        public Start start(String id, String digest) {
            return new Start(ProcessingState.MAY_BE_DONE, Optional.empty());
        }

        @Override
        public void complete(String id) {}
    };
}
