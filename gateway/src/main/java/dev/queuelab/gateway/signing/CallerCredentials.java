package dev.queuelab.gateway.signing;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * With what the programs that may call a signing gateway sign their calls. AWS does not know them: they are good for one
 * gateway, as long as it runs.
 *
 * @param accessKeyId letters and digits, as AWS's are
 */
public record CallerCredentials(String accessKeyId, String secretAccessKey) {
    private static final String PREFIX = "QL";
    private static final int ID_BYTES = 9;
    private static final int SECRET_BYTES = 30;

    /** New ones, that nobody can guess. */
    public static CallerCredentials random() {
        SecureRandom chance = new SecureRandom();
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        chance.nextBytes(id);
        chance.nextBytes(secret);
        return new CallerCredentials(
                PREFIX + HexFormat.of().formatHex(id).toUpperCase(Locale.ROOT),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Without the secret, so that no log has it. */
    @Override
    public String toString() {
        return "CallerCredentials[" + accessKeyId + "]";
    }
}
