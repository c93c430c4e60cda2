package dev.queuelab.gateway.call;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of texts and bodies, in hexadecimal. */
public final class Digest {
    private Digest() {}

    /** What SQS gives as {@code MD5OfBody}: SDKs check it. */
    public static String md5(String text) {
        return hex("MD5", ofText(text));
    }

    public static String sha256(String text) {
        return hex("SHA-256", ofText(text));
    }

    public static String sha256(Body body) {
        return hex("SHA-256", body.all());
    }

    private static ByteBuffer ofText(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(String algorithm, ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(bytes);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
