package dev.queuelab.gateway.effect;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The newest fencing token that the service has seen with each piece of work. */
final class FencingTokens {
    private final Map<String, Long> newest = new ConcurrentHashMap<>();

    /**
     * Takes note of a token.
     *
     * @throws ProblemException if a newer one was seen: whoever has this one comes too late
     */
    void require(String key, long token) {
        long seen = newest.merge(key, token, Math::max);
        if (seen > token) {
            throw ProblemException.tooLate(token, seen);
        }
    }
}
