package dev.queuelab.consumer;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A key as the value of the header {@code Idempotency-Key}: a quoted string (IETF draft "The Idempotency-Key HTTP Header
 * Field"; RFC 9651, "Strings"). A header holds printable ASCII alone, so that everything else in the key, and the
 * percent sign, is written as {@code %XX} for each of its bytes in UTF-8. Different keys have different values.
 */
final class IdempotencyKeyHeader {
    static final String NAME = "Idempotency-Key";

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7E;

    private IdempotencyKeyHeader() {}

    static String value(String key) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte unit : key.getBytes(StandardCharsets.UTF_8)) {
            if (unit < FIRST_PRINTABLE || unit > LAST_PRINTABLE || unit == '%') {
                quoted.append(String.format(Locale.ROOT, "%%%02X", unit & 0xFF));
            } else {
                if (unit == '"' || unit == '\\') {
                    quoted.append('\\');
                }
                quoted.append((char) unit);
            }
        }
        return quoted.append('"').toString();
    }
}
