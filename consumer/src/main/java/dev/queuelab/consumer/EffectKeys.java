package dev.queuelab.consumer;

import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.toolbox.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys of the two tables. */
final class EffectKeys {
    /** DynamoDB, "Quotas": a partition key holds 1 to 2,048 bytes. */
    private static final int MOST_BYTES = 2_048;

    private EffectKeys() {}

    /** Why {@code text} cannot be a key, as the end of a sentence; empty if it can. */
    static Optional<String> problem(String text) {
        if (text.isEmpty()) {
            return Optional.of("is empty");
        }
        if (!Text.fitsUtf8(text)) {
            return Optional.of("holds half a surrogate pair, which UTF-8 cannot hold");
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= MOST_BYTES
                ? Optional.empty()
                : Optional.of("has " + bytes + " bytes: a DynamoDB key holds at most " + MOST_BYTES);
    }

    /**
     * The key of a business effect: {@code biz:order_id:order-7}, or with several fields {@code
     * biz:order_id,action:order-7,charge}, where a comma or backslash inside a value is written {@code \,} or
     * {@code \\}.
     *
     * @throws InvalidMessageException if the payload lacks a field, or the key would not fit
     */
    static String business(List<String> fields, Payload payload) {
        List<String> values = new ArrayList<>();
        for (String field : fields) {
            String value = payload.text(field)
                    .orElseThrow(() -> new InvalidMessageException(
                            "it has no field " + field + ", which BUSINESS_IDEMPOTENCY_FIELD names"));
            values.add(fields.size() == 1 ? value : value.replace("\\", "\\\\").replace(",", "\\,"));
        }
        String key = "biz:" + String.join(",", fields) + ":" + String.join(",", values);
        problem(key).ifPresent(why -> {
            throw new InvalidMessageException("its business key " + why);
        });
        return key;
    }
}
