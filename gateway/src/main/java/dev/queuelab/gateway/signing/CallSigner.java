package dev.queuelab.gateway.signing;

import dev.queuelab.core.aws.CallErrors;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Service;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/** Signs calls with the user's own credentials, as the AWS SDK does. */
public final class CallSigner {
    /** Headers that the signer writes itself, so the caller's are dropped. */
    private static final Set<String> REPLACED = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        REPLACED.addAll(
                Set.of("Authorization", "Date", "Host", "X-Amz-Content-Sha256", "X-Amz-Date", "X-Amz-Security-Token"));
    }

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final String region;
    private final AwsCredentialsProvider user;
    private final Clock clock;

    CallSigner(String region, AwsCredentialsProvider user, Clock clock) {
        this.region = region;
        this.user = user;
        this.clock = clock;
    }

    /** The service that the call is for, or else the one that its caller has signed it for. */
    public Service service(Call call) {
        return call.service()
                .or(() -> Authorization.of(call.headers())
                        .flatMap(authorization -> Service.ofSigningName(authorization.service())))
                .orElse(Service.SQS);
    }

    /**
     * The headers of a call that AWS accepts: those of the caller, but for its signature and what belongs to it.
     *
     * @param url where it will be sent, exactly
     * @throws NoCredentialsException if the user has no credentials
     */
    public SignedHeaders sign(Call call, URI url) {
        AwsCredentials credentials = credentials();
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(call.method()))
                .uri(url);
        call.headers().forEach((name, value) -> {
            if (isSigned(name)) {
                request.appendHeader(name, value);
            }
        });
        Body body = call.body();
        SdkHttpRequest signed = signer.sign(settings -> settings.identity(credentials)
                        .request(request.build())
                        .payload(ContentStreamProvider.fromInputStreamSupplier(body::stream))
                        .putProperty(
                                AwsV4HttpSigner.SERVICE_SIGNING_NAME,
                                service(call).signingName())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        Headers headers = call.headers();
        for (String replaced : REPLACED) {
            headers = headers.without(replaced);
        }
        return SignedHeaders.of(headers, signed.headers(), credentials);
    }

    /** The rest may change on its way. */
    private static boolean isSigned(String header) {
        return !REPLACED.contains(header)
                && (header.equalsIgnoreCase("Content-Type") || header.regionMatches(true, 0, "X-Amz-", 0, 6));
    }

    private AwsCredentials credentials() {
        try {
            return user.resolveCredentials();
        } catch (SdkException e) {
            throw new NoCredentialsException(CallErrors.reason(e), e);
        }
    }
}
