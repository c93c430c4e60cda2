package dev.queuelab.core.aws;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.KmsThrottledException;
import software.amazon.awssdk.services.sqs.model.OverLimitException;

/** What an error of a call means for the next try, and what it is in words. */
public final class CallErrors {
    private static final int REQUEST_TIMEOUT = 408;

    private CallErrors() {}

    /**
     * Whether the first call of a program would fail in the same way however often it is repeated: the service refuses
     * the request itself, or the settings are such that no request can be made (there are no credentials, say). An error
     * of the network, of the service, or in an answer passes.
     */
    public static boolean isLastingAtStart(RuntimeException error) {
        if (error instanceof SdkClientException client) {
            return !client.retryable() && !isOfNetwork(client) && !isOfAnswer(client);
        }
        return !(error instanceof SdkException) || isRefusal(error);
    }

    private static boolean isOfNetwork(Throwable error) {
        return causes(error).anyMatch(IOException.class::isInstance);
    }

    /** An answer that does not have its checksum, or is not in the service's format: the SDK has no types for these. */
    private static boolean isOfAnswer(SdkClientException error) {
        String message = String.valueOf(error.getMessage());
        return message.startsWith("MD5 returned by SQS") || message.startsWith("Unable to unmarshall");
    }

    private static boolean isRefusal(RuntimeException error) {
        return error instanceof AwsServiceException refusal
                && refusal.statusCode() >= 400
                && refusal.statusCode() < 500
                && refusal.statusCode() != REQUEST_TIMEOUT
                && !refusal.isThrottlingException()
                && !(error instanceof OverLimitException || error instanceof KmsThrottledException);
    }

    /** The error's message, or its type where it has none; in short where the SDK is long and names no remedy. */
    public static String reason(Throwable error) {
        Optional<Throwable> unknownHost =
                causes(error).filter(UnknownHostException.class::isInstance).findFirst();
        if (unknownHost.isPresent()) {
            return "no address is known for the host " + unknownHost.get().getMessage();
        }
        String message = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        return error instanceof SdkClientException && message.startsWith("Unable to load credentials")
                ? "there are no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE ("
                        + message + ")"
                : message;
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
    }
}
