package dev.queuelab.gateway.effect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Digest;
import dev.queuelab.gateway.call.EffectCall;
import java.util.Optional;

/**
 * What a caller asks of the service.
 *
 * @param call the number of the call
 * @param key what the performance is counted under
 * @param id the message that asks for it; empty if the request names none
 * @param fencingToken empty if the request has none, and so may not come too late
 * @param fingerprint what two requests with one idempotency key must have in common
 */
record EffectRequest(
        long call,
        Optional<String> idempotencyKey,
        String key,
        Optional<String> id,
        Optional<Long> fencingToken,
        String fingerprint,
        EffectServiceSettings settings) {

    /** @throws ProblemException if the request does not name its work, or its query is not accepted */
    static EffectRequest of(Call call) {
        EffectServiceSettings settings = EffectServiceSettings.of(call.path());
        Optional<String> idempotencyKey = EffectCall.idempotencyKey(call);
        if (idempotencyKey.isEmpty() && !settings.naive()) {
            throw ProblemException.badRequest("there is no header Idempotency-Key, or it is badly quoted: expected one"
                    + " that names the work, such as Idempotency-Key: \"order-7\"");
        }
        String key = EffectCall.key(call)
                .or(() -> EffectCall.id(call))
                .orElseThrow(() -> ProblemException.badRequest(
                        "nothing names the work: expected a field key or id, or a header Idempotency-Key"));
        return new EffectRequest(
                call.number(),
                idempotencyKey,
                key,
                EffectCall.id(call),
                call.headers().first(EffectCall.FENCING_TOKEN).map(EffectRequest::token),
                fingerprint(call),
                settings);
    }

    private static long token(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw ProblemException.badRequest("the header Fencing-Token is " + text + ": expected a whole number");
        }
    }

    /** Two messages may ask for the same work, so that the field {@code id} may differ. */
    private static String fingerprint(Call call) {
        ObjectNode fields = call.request().deepCopy();
        fields.remove(Payload.ID);
        return Digest.sha256(call.request().isEmpty() ? call.body().text() : fields.toString());
    }
}
