package dev.queuelab.consumer;

/** The external service, whose work cannot be undone or made part of a transaction of ours. */
interface EffectService {

    /** What became of a request. */
    sealed interface Answer {
        /** The work was done; the service has now done it this many times under the key. */
        record Performed(long times) implements Answer {}

        /** The service had done this work before, and did not do it again. */
        record Refused() implements Answer {}
    }

    /** Whether the service has done the work that {@code key} names. */
    boolean hasDone(String key);

    /**
     * Asks for the work.
     *
     * @param onlyOnce whether the service is told by {@code key} that this may be a repetition, and so can refuse it
     */
    Answer perform(String key, String id, String digest, boolean onlyOnce);

    /** A service that keeps no record, and so refuses nothing. */
    EffectService UNRECORDED = new EffectService() {
        @Override
        public boolean hasDone(String key) {
            return false;
        }

        @Override
        public Answer perform(String key, String id, String digest, boolean onlyOnce) {
            return new Answer.Performed(1);
        }
    };
}
