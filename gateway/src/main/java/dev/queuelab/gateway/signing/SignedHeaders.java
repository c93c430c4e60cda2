package dev.queuelab.gateway.signing;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** The headers of a signed call, and what of them no answer may give away. */
public final class SignedHeaders {
    private static final String HIDDEN = "(hidden)";

    /** AWS describes a signature that does not match by the whole text that was signed, the session token included. */
    private static final Set<String> OF_SIGNATURES = Set.of(
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "IncompleteSignature",
            "IncompleteSignatureException");

    private final Headers headers;
    private final List<String> secrets;

    private SignedHeaders(Headers headers, List<String> secrets) {
        this.headers = headers;
        this.secrets = secrets;
    }

    static SignedHeaders of(Headers ofCaller, Map<String, List<String>> signed, AwsCredentials credentials) {
        Headers all = ofCaller;
        for (Map.Entry<String, List<String>> header : signed.entrySet()) {
            all = all.with(header.getKey(), header.getValue().get(0));
        }
        String authorization = all.first("Authorization").orElse("");
        String signature = authorization.substring(authorization.lastIndexOf('=') + 1);
        return new SignedHeaders(
                all,
                credentials instanceof AwsSessionCredentials session
                        ? List.of(signature, credentials.accessKeyId(), session.sessionToken())
                        : List.of(signature, credentials.accessKeyId()));
    }

    public Headers headers() {
        return headers;
    }

    /** The answer as the caller may see it: where it is an error, without the user's key, token and signature. */
    public Reply.Answer withoutSecrets(Call call, Reply.Answer answer) {
        String error = answer.error().orElse("");
        if (error.isEmpty()) {
            return answer;
        }
        String text = answer.body().text();
        if (OF_SIGNATURES.stream().anyMatch(code -> error.startsWith(code) || text.contains(code))) {
            return Reply.error(
                    call,
                    answer.status(),
                    "SignatureDoesNotMatch",
                    "AWS refused the gateway's signature: check this machine's clock, and the credentials with which the"
                            + " gateway was started.");
        }
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, HIDDEN);
        }
        return hidden.equals(text)
                ? answer
                : new Reply.Answer(answer.status(), answer.headers().without("x-amz-crc32"), Body.of(hidden));
    }
}
