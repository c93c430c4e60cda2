package dev.queuelab.producer;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;

/** Independent random streams out of one seed, so that drawing more from one does not change what another gives. */
record Seeds(long seed) {

    /** The stream for {@code purpose}; the same purpose gives the same stream again. */
    SplittableRandom stream(String purpose) {
        UUID fingerprint = UUID.nameUUIDFromBytes(purpose.getBytes(StandardCharsets.UTF_8));
        return new SplittableRandom(
                seed ^ fingerprint.getMostSignificantBits() ^ fingerprint.getLeastSignificantBits());
    }
}
