package dev.queuelab.producer.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Group and deduplication ids of FIFO queues: 1 to 128 alphanumeric characters and punctuation (Amazon SQS API reference,
 * SendMessage).
 */
public final class FifoIds {
    private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7E]{1,128}");

    private FifoIds() {}

    /** {@code text}, or a digest of it where SQS would refuse it; different texts give different ids. */
    public static String accepted(String text) {
        return ACCEPTED.matcher(text).matches() ? text : "sha256:" + sha256(text);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
