package dev.queuelab.core.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.KmsThrottledException;
import software.amazon.awssdk.services.sqs.model.OverLimitException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Which errors would be the same at the next try. */
class CallErrorsTest {

    static Stream<RuntimeException> passing() {
        return Stream.of(
                SdkClientException.create("refused", new IOException("Connection refused")),
                unknownHost(),
                SdkClientException.create(
                        "MD5 returned by SQS does not match the calculation on the original request."),
                SdkClientException.create("Unable to unmarshall response"),
                Crc32MismatchException.create("Expected 1 as the CRC32 checksum but the actual one was 2", null),
                refusal(500, "InternalFailure"),
                refusal(503, "ServiceUnavailable"),
                refusal(408, "RequestTimeout"),
                refusal(429, "TooManyRequests"),
                refusal(400, "ThrottlingException"),
                OverLimitException.builder().statusCode(403).build(),
                KmsThrottledException.builder().statusCode(400).build());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void anErrorOfTheNetworkOrTheServiceMayPass(RuntimeException error) {
        assertThat(CallErrors.isLastingAtStart(error)).isFalse();
    }

    static Stream<RuntimeException> lasting() {
        return Stream.of(
                refusal(400, "QueueDoesNotExist"),
                refusal(403, "AccessDenied"),
                refusal(404, "NotFound"),
                SdkClientException.create("Unable to load credentials from any of the providers in the chain"),
                SdkClientException.create("Invalid Configuration: FIPS and custom endpoint are not supported"),
                SdkClientException.create("The SSO session associated with this profile has expired"),
                new IllegalArgumentException("port out of range:99999"),
                new RuntimeException(new URISyntaxException("localhost:", "Expected scheme-specific part")));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void anErrorOfTheSettingsLasts(RuntimeException error) {
        assertThat(CallErrors.isLastingAtStart(error)).isTrue();
    }

    @Test
    void theReasonNamesAHostWithoutAnAddress() {
        assertThat(CallErrors.reason(unknownHost())).isEqualTo("no address is known for the host nosuch.invalid");
    }

    @Test
    void theReasonOfMissingCredentialsBeginsWithTheRemedy() {
        assertThat(CallErrors.reason(SdkClientException.create("Unable to load credentials from any of ...")))
                .isEqualTo("there are no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
                        + " AWS_PROFILE (Unable to load credentials from any of ...)");
    }

    @Test
    void anErrorWithoutAMessageIsNamedByItsType() {
        assertThat(CallErrors.reason(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    /** As the SDK's HelpfulUnknownHostExceptionInterceptor makes it: two levels deep. */
    private static SdkClientException unknownHost() {
        return SdkClientException.create(
                "Received an UnknownHostException. See cause for the exact endpoint.",
                SdkClientException.create(
                        "Unable to execute HTTP request", new UnknownHostException("nosuch.invalid")));
    }

    private static RuntimeException refusal(int status, String code) {
        return SqsException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
