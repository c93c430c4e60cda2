package dev.queuelab.producer.message;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;

/** Independent random streams out of one seed, so that drawing more from one does not change what another gives. */
public record RandomStreams(long seed) {

    /** The stream for {@code purpose}; the same purpose gives the same stream again. */
    public SplittableRandom stream(String purpose) {
        UUID fingerprint = UUID.nameUUIDFromBytes(purpose.getBytes(StandardCharsets.UTF_8));
        return new SplittableRandom(
                seed ^ fingerprint.getMostSignificantBits() ^ fingerprint.getLeastSignificantBits());
    }
}
