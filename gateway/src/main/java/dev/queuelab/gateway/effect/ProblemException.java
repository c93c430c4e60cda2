package dev.queuelab.gateway.effect;

import dev.queuelab.gateway.call.EffectCall;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import java.util.Map;

/** A request that the service does not do; the answer says why. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int UNPROCESSABLE_CONTENT = 422;

    private final int status;
    private final String title;
    private final String detail;
    private final transient Map<String, String> headers;

    private ProblemException(int status, String title, String detail) {
        this(status, title, detail, Map.of());
    }

    private ProblemException(int status, String title, String detail, Map<String, String> headers) {
        super(detail);
        this.headers = headers;
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(BAD_REQUEST, "BadRequest", detail);
    }

    static ProblemException methodNotAllowed(String method) {
        return new ProblemException(
                METHOD_NOT_ALLOWED, "MethodNotAllowed", "the method is " + method + ": expected POST or GET");
    }

    static ProblemException inProgress() {
        return new ProblemException(
                CONFLICT,
                "IdempotencyKeyInProgress",
                "a request with this Idempotency-Key is still in progress: try again later");
    }

    static ProblemException otherRequest() {
        return new ProblemException(
                UNPROCESSABLE_CONTENT,
                "IdempotencyKeyReused",
                "this Idempotency-Key was used for another body (the field id apart)");
    }

    static ProblemException tooLate(long token, long newest) {
        return new ProblemException(
                PRECONDITION_FAILED,
                "FencingTokenOld",
                "the Fencing-Token is " + token + ", and a newer one was seen, " + newest,
                Map.of(EffectCall.FENCING_TOKEN, Long.toString(newest)));
    }

    Reply.Answer answer() {
        Reply.Answer problem = Reply.problem(status, title, detail);
        Headers all = problem.headers();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            all = all.with(header.getKey(), header.getValue());
        }
        return new Reply.Answer(problem.status(), all, problem.body());
    }
}
