package dev.queuelab.consumer;

/** The external service, whose work cannot be undone or made part of a transaction of ours. */
interface EffectService {

    /** The response to a request. */
    sealed interface Response {
        /** The work was done; the service has now done it this many times under the key. */
        record Performed(long times) implements Response {}

        /** The service had done this work before, and did not do it again. */
        record Refused() implements Response {}
    }

    /** Whether the service has done the work that {@code key} names. */
    boolean hasDone(String key);

    /**
     * Asks for the work.
     *
     * @param onlyOnce whether {@code key} is an idempotency key, by which the service can refuse a repetition
     */
    Response perform(String key, String id, String digest, boolean onlyOnce);

    /** A service that keeps no record, and so refuses nothing. */
    EffectService UNRECORDED = new EffectService() {
        @Override
        public boolean hasDone(String key) {
            return false;
        }

        @Override
        public Response perform(String key, String id, String digest, boolean onlyOnce) {
            return new Response.Performed(1);
        }
    };
}
