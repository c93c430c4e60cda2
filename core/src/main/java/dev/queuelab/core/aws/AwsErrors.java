package dev.queuelab.core.aws;

import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.KmsThrottledException;
import software.amazon.awssdk.services.sqs.model.OverLimitException;

/** What an error of a call means for the next try, and what it is in words. */
public final class AwsErrors {
    private static final int REQUEST_TIMEOUT = 408;

    private AwsErrors() {}

    /**
     * Whether the first call of a program would fail in the same way however often it is repeated: the service refuses
     * the request itself, there are no credentials, or the settings are such that no request can be made. An error of
     * the network, of the service, or in an answer passes.
     */
    public static boolean isLastingAtStart(RuntimeException error) {
        if (!(error instanceof SdkException)) {
            return true; // no request was made, for example since the endpoint is no URL
        }
        return isRefusal(error) || isMissingCredentials(error);
    }

    private static boolean isRefusal(RuntimeException error) {
        return error instanceof AwsServiceException refusal
                && refusal.statusCode() >= 400
                && refusal.statusCode() < 500
                && refusal.statusCode() != REQUEST_TIMEOUT
                && !refusal.isThrottlingException()
                && !(error instanceof OverLimitException || error instanceof KmsThrottledException);
    }

    /** The SDK has no type for it; the text is that of its AwsCredentialsProviderChain. */
    private static boolean isMissingCredentials(RuntimeException error) {
        return error instanceof SdkClientException
                && String.valueOf(error.getMessage()).startsWith("Unable to load credentials");
    }

    /** The error's message, or its type where it has none; of a host that has no address, its name. */
    public static String reason(Throwable error) {
        Optional<Throwable> unknownHost = Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .filter(UnknownHostException.class::isInstance)
                .findFirst();
        if (unknownHost.isPresent()) {
            return "no address is known for the host " + unknownHost.get().getMessage();
        }
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }
}
