package dev.queuelab.core.aws;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Knows errors of SQS and DynamoDB by their codes. Emulators give some of them in a form from which the SDK makes no
 * exception class of its own, and SQS itself has two codes for one error.
 */
public final class ErrorCodes {
    private static final Set<String> GONE = Set.of(
            "AWS.SimpleQueueService.NonExistentQueue",
            "QueueDoesNotExist",
            "QueueDoesNotExistException",
            "ResourceNotFoundException");

    private static final Set<String> UNSUPPORTED = Set.of(
            "InvalidAction",
            "InvalidActionException",
            "UnsupportedOperation",
            "UnsupportedOperationException",
            "AWS.SimpleQueueService.UnsupportedOperation",
            "UnknownOperationException",
            "NotImplemented",
            "NotImplementedException",
            "InternalFailure.NotImplemented");

    private static final Set<String> DENIED = Set.of("AccessDenied", "AccessDeniedException");

    private static final int NOT_IMPLEMENTED = 501;

    private ErrorCodes() {}

    /** The error's code; empty text if the answer had none, or if there was no answer. */
    public static String of(SdkException e) {
        AwsErrorDetails details = e instanceof AwsServiceException service ? service.awsErrorDetails() : null;
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        return code.substring(code.indexOf('#') + 1); // from a header the SDK takes it with its name space
    }

    /** Whether a queue or a table does not exist. */
    public static boolean isGone(SdkException e) {
        return GONE.contains(of(e));
    }

    /** Whether a refusal may end by itself: a queue or a table that is there again, or a right that is given back. */
    static boolean mayBeLifted(SdkException e) {
        return isGone(e) || DENIED.contains(of(e));
    }

    /** Whether a queue is being purged already (Amazon SQS API reference, PurgeQueue). */
    public static boolean isPurgeInProgress(SdkException e) {
        String code = of(e);
        return code.endsWith("PurgeQueueInProgress") || code.endsWith("PurgeQueueInProgressException");
    }

    /** Whether the endpoint does not know the operation, or says that it lacks it. */
    public static boolean isUnsupported(SdkException e) {
        return UNSUPPORTED.contains(of(e))
                || (e instanceof AwsServiceException service && service.statusCode() == NOT_IMPLEMENTED);
    }

    /** Whether the endpoint itself failed: some emulators answer so to an operation that they lack. */
    public static boolean isServerError(SdkException e) {
        return e instanceof AwsServiceException service && service.statusCode() >= 500;
    }
}
