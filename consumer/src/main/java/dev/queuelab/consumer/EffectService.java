package dev.queuelab.consumer;

import java.util.Optional;

/** The external service, whose work cannot be undone or made part of a transaction of ours. */
interface EffectService {

    /**
     * What the service keeps of work that it has done.
     *
     * @param digest of the body that asked for it; empty if that is not known
     */
    record Performance(Optional<String> digest) {}

    /** The response to a request. */
    sealed interface Response {
        /** The work was done; the service has now done it this many times under the key. */
        record Performed(long times) implements Response {}

        /** The service had done this work before, and did not do it again. */
        record Refused(Performance earlier) implements Response {}
    }

    /** The record of the work that {@code key} names; empty if the service has not done it. */
    Optional<Performance> find(String key);

    /**
     * Asks for the work.
     *
     * @param onlyOnce whether {@code key} is an idempotency key, by which the service can refuse a repetition
     * @param fencingToken that of the claim under which the work is done, by which the service can refuse what comes too
     *     late; empty if claims are not fenced
     * @throws FencedException if the service has seen a newer token with this key
     */
    Response perform(String key, String id, String digest, boolean onlyOnce, Optional<Long> fencingToken);

    /** A service that keeps no record, and so refuses nothing. */
    EffectService UNRECORDED = new EffectService() {
        @Override
        public Optional<Performance> find(String key) {
            return Optional.empty();
        }

        @Override
        public Response perform(String key, String id, String digest, boolean onlyOnce, Optional<Long> fencingToken) {
            return new Response.Performed(1);
        }
    };
}
