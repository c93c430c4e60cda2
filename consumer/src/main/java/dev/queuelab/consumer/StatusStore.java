package dev.queuelab.consumer;

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

    /** Records that work on the message begins. */
    ProcessingState start(String id, String digest);

    /** Records that the message's work is done. */
    void complete(String id);

    /** Keeps no record. */
    StatusStore NONE = new StatusStore() {
        @Override
        public ProcessingState start(String id, String digest) {
            return ProcessingState.MAY_BE_DONE;
        }

        @Override
        public void complete(String id) {}
    };
}
