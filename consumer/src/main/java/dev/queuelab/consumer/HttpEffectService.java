package dev.queuelab.consumer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.knob.ExternalService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.toolbox.Text;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * {@link EffectService} that is called by HTTP, and recognizes a repetition by its idempotency key (IETF draft "The
 * Idempotency-Key HTTP Header Field"). One request is made for each attempt: what has failed, or has no known outcome,
 * is asked for again with the same key when the message is delivered again.
 */
final class HttpEffectService implements EffectService {
    private static final String STEP = Event.Fenced.EFFECT;
    private static final int LONGEST_DETAIL = 200;

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int UNPROCESSABLE_CONTENT = 422;

    private final HttpPost post;
    private final boolean sendsDigest;

    /**
     * @param sendsDigest whether the body has the payload's digest: two messages that ask for the same work have two, and
     *     a service takes one key with two bodies for a mistake
     */
    HttpEffectService(HttpPost post, boolean sendsDigest) {
        this.post = post;
        this.sendsDigest = sendsDigest;
    }

    static HttpEffectService of(Settings settings) {
        String url = settings.get(Knobs.EFFECT_URL).orElseThrow();
        boolean naive = settings.get(Knobs.EXTERNAL_SERVICE) == ExternalService.NAIVE;
        return new HttpEffectService(
                new HttpPost(
                        URI.create(naive ? url + (url.contains("?") ? "&" : "?") + "naive=true" : url),
                        Seconds.toDuration(settings.get(Knobs.EFFECT_TIMEOUT_SECONDS))),
                settings.get(Knobs.BUSINESS_IDEMPOTENCY_FIELD).isEmpty());
    }

    /** Such a service is not asked what it has done: asking for the work again with the same key does no harm. */
    @Override
    public Optional<Performance> find(String key) {
        return Optional.empty();
    }

    /** Without {@code onlyOnce} each request has a key of its own, so that the service cannot recognize a repetition. */
    @Override
    public Response perform(String key, String id, String digest, boolean onlyOnce, Optional<Long> fencingToken) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put(Payload.ID, id).put("key", key);
        if (sendsDigest) {
            body.put("payloadDigest", digest);
        }
        try {
            HttpPost.Reply reply =
                    post.send(onlyOnce ? key : UUID.randomUUID().toString(), fencingToken, body.toString());
            if (reply.status() == PRECONDITION_FAILED && fencingToken.isPresent()) {
                throw new FencedException(STEP, fencingToken.get(), newest(reply, fencingToken.get()));
            }
            return response(reply);
        } catch (IOException e) {
            throw new StepFailedException(
                    STEP,
                    "no reply from EFFECT_URL, so that the outcome is not known: "
                            + (e.getMessage() == null ? e : e.getMessage()));
        }
    }

    /** A service that does not say which token is the newest has seen a newer one, at least. */
    private static long newest(HttpPost.Reply reply, long token) {
        return reply.fencingToken()
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(newest -> newest > token)
                .orElse(token + 1);
    }

    private static Response response(HttpPost.Reply reply) {
        if (reply.status() / 100 == 2) {
            return reply.replayed()
                    ? new Response.Refused(new Performance(Optional.empty()))
                    : new Response.Performed(times(reply));
        }
        String answer = "EFFECT_URL answered " + reply.status() + " "
                + Text.truncate(Text.onOneLine(reply.body()), LONGEST_DETAIL);
        switch (reply.status()) {
            case BAD_REQUEST, UNPROCESSABLE_CONTENT ->
                throw new InvalidMessageException("the external service refuses it: " + answer);
            case CONFLICT ->
                throw new StepFailedException(STEP, "a request with the same key is still in progress: " + answer);
            default -> throw new StepFailedException(STEP, answer);
        }
    }

    /** A service that does not count has done it once. */
    private static long times(HttpPost.Reply reply) {
        return Payload.parse(reply.body()).wholeNumber("timesPerformed").orElse(1L);
    }
}
