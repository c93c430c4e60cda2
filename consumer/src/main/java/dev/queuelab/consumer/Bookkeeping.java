package dev.queuelab.consumer;

/** Our own record of what became of each message. */
interface Bookkeeping {

    /** What is known of a message once its start is recorded. */
    enum Standing {
        /** Nobody started it before, so nobody can have done its work under its own name. */
        FIRST_START,
        /** It was started before, or there is no record to tell: its work may have been done. */
        MAY_BE_DONE,
        /** It was completed. */
        COMPLETED
    }

    /** Records that work on the message begins. */
    Standing start(String id, String digest);

    /** Records that the message's work is done. */
    void complete(String id);

    /** Keeps no record. */
    Bookkeeping NONE = new Bookkeeping() {
        @Override
        public Standing start(String id, String digest) {
            return Standing.MAY_BE_DONE;
        }

        @Override
        public void complete(String id) {}
    };
}
