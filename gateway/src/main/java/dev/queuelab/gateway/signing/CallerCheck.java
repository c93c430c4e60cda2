package dev.queuelab.gateway.signing;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Service;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets only those call who have signed with the credentials that this gateway gave. */
public final class CallerCheck {
    private static final int FORBIDDEN = 403;

    /** How far a call's date may be from ours. AWS allows more; here, caller and gateway share a clock. */
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What is wrong with a call: SQS's code for it, DynamoDB's, and a sentence. */
    private record Wrong(String code, String dynamoDbCode, String sentence) {}

    private final CallerCredentials expected;
    private final String region;
    private final Clock clock;

    CallerCheck(CallerCredentials expected, String region, Clock clock) {
        this.expected = expected;
        this.region = region;
        this.clock = clock;
    }

    /** Whether these are the headers of a caller with the right access key id; a look before the body is read. */
    public boolean knows(Headers headers) {
        return Authorization.of(headers)
                .filter(authorization -> isEqual(authorization.accessKeyId(), expected.accessKeyId()))
                .isPresent();
    }

    /** The answer to a call that is not to be forwarded: 403 and the service's error. Empty where all is well. */
    public Optional<Reply.Answer> refusal(Call call) {
        return wrong(call)
                .map(wrong -> Reply.error(
                        call,
                        FORBIDDEN,
                        call.isFor(Service.DYNAMODB) ? wrong.dynamoDbCode() : wrong.code(),
                        wrong.sentence()));
    }

    private Optional<Wrong> wrong(Call call) {
        Optional<Authorization> found = Authorization.of(call.headers());
        if (found.isEmpty()) {
            return Optional.of(new Wrong(
                    "MissingAuthenticationToken",
                    "MissingAuthenticationTokenException",
                    "The gateway serves only calls with one header Authorization of the form " + Authorization.ALGORITHM
                            + " Credential=..., SignedHeaders=..., Signature=...: no other kind of signature, no"
                            + " presigned URL."));
        }
        Authorization authorization = found.get();
        if (!knows(call.headers())) {
            return Optional.of(new Wrong(
                    "InvalidClientTokenId",
                    "UnrecognizedClientException",
                    "The gateway does not know this access key: it serves only callers with the AWS_ACCESS_KEY_ID and"
                            + " AWS_SECRET_ACCESS_KEY that it printed at its start."));
        }
        return scope(call, authorization)
                .or(() -> headers(call, authorization))
                .or(() -> date(call, authorization))
                .or(() -> signature(call, authorization));
    }

    private Optional<Wrong> scope(Call call, Authorization authorization) {
        Optional<Service> signedFor = Service.ofSigningName(authorization.service());
        if (signedFor.isEmpty()
                || call.service().filter(service -> service != signedFor.get()).isPresent()) {
            return mismatch("It is signed for another service than the gateway forwards it to: expected one of "
                    + Service.signingNames() + ", by what the call is.");
        }
        return authorization.region().equals(region)
                ? Optional.empty()
                : mismatch("It is signed for another region than the gateway's: set AWS_REGION=" + region + ".");
    }

    /** What decides about a call must be signed: its host, and whatever AWS has named. */
    private static Optional<Wrong> headers(Call call, Authorization authorization) {
        List<String> signed = authorization.signedHeaders();
        boolean all = signed.contains("host")
                && signed.contains("x-amz-date")
                && call.headers().names().stream()
                        .filter(name -> name.startsWith("x-amz-"))
                        .allMatch(signed::contains);
        return all
                ? Optional.empty()
                : mismatch("The headers Host, X-Amz-Date and all other X-Amz-... must be signed.");
    }

    private Optional<Wrong> date(Call call, Authorization authorization) {
        String text = call.headers().first("X-Amz-Date").orElse("");
        Instant now = clock.instant();
        try {
            Instant date = DATE.parse(text, Instant::from);
            if (text.startsWith(authorization.day())
                    && Duration.between(date, now).abs().compareTo(MOST_SKEW) <= 0) {
                return Optional.empty();
            }
        } catch (DateTimeException e) {
            // It is answered below: a date that is none is as wrong as an old one.
        }
        return Optional.of(new Wrong(
                "RequestExpired",
                "InvalidSignatureException",
                "Signature expired or not yet current: its X-Amz-Date must be within " + MOST_SKEW.toMinutes()
                        + " minutes of the gateway's " + DATE.format(now) + ", and of the day of its scope."));
    }

    /** Over the body as it is, so that a body that was changed, or not signed, does not match either. */
    private Optional<Wrong> signature(Call call, Authorization authorization) {
        return isEqual(SignatureV4.of(call, authorization, expected.secretAccessKey()), authorization.signature())
                ? Optional.empty()
                : mismatch("The signature does not match: check AWS_SECRET_ACCESS_KEY, and that the body is signed and"
                        + " nothing changes the call on its way.");
    }

    private static Optional<Wrong> mismatch(String sentence) {
        return Optional.of(new Wrong("SignatureDoesNotMatch", "InvalidSignatureException", sentence));
    }

    /** Takes as long wherever the difference is. */
    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
