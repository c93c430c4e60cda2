package dev.queuelab.gateway.effect;

import dev.queuelab.gateway.call.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which idempotency keys the service has seen, and what it answered. It forgets none, unlike most services, which keep
 * keys for a day or more.
 */
final class KnownKeys {
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param answer empty while the work is in progress */
    private record Known(String fingerprint, Optional<Reply.Answer> answer) {}

    /**
     * Begins work under a key, unless it was begun before.
     *
     * @return the first answer, if the work is done; empty if the key is new
     * @throws ProblemException if the work is in progress, or the key names other work
     */
    Optional<Reply.Answer> begin(String key, String fingerprint) {
        Known earlier = known.putIfAbsent(key, new Known(fingerprint, Optional.empty()));
        if (earlier == null) {
            return Optional.empty();
        }
        if (!earlier.fingerprint().equals(fingerprint)) {
            throw ProblemException.otherRequest();
        }
        return Optional.of(earlier.answer().orElseThrow(ProblemException::inProgress));
    }

    /** The work under the key is done. */
    void done(String key, String fingerprint, Reply.Answer answer) {
        known.put(key, new Known(fingerprint, Optional.of(answer)));
    }
}
