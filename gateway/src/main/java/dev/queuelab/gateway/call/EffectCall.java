package dev.queuelab.gateway.call;

import dev.queuelab.core.payload.Payload;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a call of the external service names. */
public final class EffectCall {
    public static final String PATH = "/effects";
    public static final String RESOURCE = "effects";

    /** Of a service that pays no attention to keys, and does the work each time. */
    static final String NAIVE_PATH = PATH + "?naive=true";

    /** The operation that asks for an effect. */
    public static final String POST = "PostEffect";

    /** The operation that lists the effects which were performed. */
    public static final String LIST = "ListEffects";

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /**
     * A header with a whole number, which is higher for whoever may do the work now than for whoever might before. A
     * service answers with the newest that it has seen, where that is why it refuses.
     */
    public static final String FENCING_TOKEN = "Fencing-Token";

    /** A header of an answer that was given before, for which nothing was done; services that follow Stripe's API set it. */
    public static final String REPLAYED = "Idempotent-Replayed";

    /** A field of the body, which names the work where the idempotency key does not. */
    public static final String KEY = "key";

    /** RFC 9651, "Strings": quoted, with two characters escaped; parameters may follow. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"\\s*(?:;.*)?");

    private EffectCall() {}

    /** Whether a path, with its query, is the external service's. */
    static boolean isIn(String pathAndQuery) {
        return pathAndQuery.equals(PATH) || pathAndQuery.startsWith(PATH + "?");
    }

    /** Empty text where the service has no such method. */
    static String operation(String method) {
        return switch (method) {
            case "POST" -> POST;
            case "GET" -> LIST;
            default -> "";
        };
    }

    /**
     * The idempotency key, quoted (IETF draft "The Idempotency-Key HTTP Header Field") or bare, as many services have it.
     * Empty if there is none, or one that is badly quoted.
     */
    public static Optional<String> idempotencyKey(Call call) {
        return call.headers()
                .first(IDEMPOTENCY_KEY)
                .map(String::strip)
                .flatMap(EffectCall::unquoted)
                .filter(key -> !key.isEmpty());
    }

    private static Optional<String> unquoted(String text) {
        if (!text.startsWith("\"")) {
            return Optional.of(text);
        }
        Matcher matcher = QUOTED.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1).replaceAll("\\\\(.)", "$1")) : Optional.empty();
    }

    /** What performances are counted under: the body's {@link #KEY}, or else the idempotency key. */
    public static Optional<String> key(Call call) {
        return field(call, KEY).or(() -> idempotencyKey(call));
    }

    /** The message that asks for the effect: the body's {@code id}. */
    public static Optional<String> id(Call call) {
        return field(call, Payload.ID);
    }

    private static Optional<String> field(Call call, String name) {
        return Optional.of(call.request().path(name))
                .filter(value -> value.isTextual() || value.isIntegralNumber())
                .map(value -> value.asText())
                .filter(text -> !text.isEmpty());
    }
}
