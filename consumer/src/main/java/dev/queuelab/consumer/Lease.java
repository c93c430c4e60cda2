package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A claim of a message, for a while: until it ends, nobody else works on the message.
 *
 * @param owner who has claimed it: one start of one process
 * @param token how often the message was claimed so far, this time included; a later claim has a higher one
 * @param until when the claim ends, by the clock that the process which made it goes by: its own, or the service's
 */
record Lease(String owner, long token, Instant until) {

    /**
     * How this process claims messages.
     *
     * @param owner the process's name and something that no other start of it has: a process that was started again
     *     knows nothing of the work that it had begun before
     * @param length how long a claim holds, from the claim on or from its renewal
     * @param fenced whether what is done with a claim is refused once there is a later one
     */
    record Terms(String owner, Duration length, boolean fenced) {}

    /** How the settings want messages to be claimed; empty where no lease is wanted. */
    static Optional<Terms> terms(Settings settings) {
        Duration length = Seconds.toDuration(settings.get(Knobs.LEASE_SECONDS));
        String owner = settings.get(Knobs.PROCESS_NAME) + "/" + UUID.randomUUID();
        return length.isZero() ? Optional.empty() : Optional.of(new Terms(owner, length, settings.get(Knobs.FENCING)));
    }
}
