package dev.queuelab.producer.sending;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.KmsThrottledException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * Why a try to send failed.
 *
 * @param passing whether another try may succeed
 */
public record SendFailure(String reason, boolean passing) {
    /** SQS's own code, and the one that the SDK and emulators give. */
    private static final Set<String> NO_QUEUE = Set.of("AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist");

    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;

    /** The answer says nothing about the message, so whether the queue took it is not known. */
    public static final SendFailure NO_ANSWER = new SendFailure("the answer does not mention the message", true);

    /** One entry of an answer. SQS says whose fault it is; what is the sender's stays so. */
    public static SendFailure of(BatchResultErrorEntry entry) {
        return new SendFailure(
                Stream.of(entry.code(), entry.message())
                        .filter(text -> text != null && !text.isBlank())
                        .reduce((code, message) -> code + ": " + message)
                        .orElse("the queue gave no reason"),
                !Boolean.TRUE.equals(entry.senderFault()));
    }

    /** A whole call. */
    public static SendFailure of(SdkException failure) {
        return failure instanceof AwsServiceException refusal
                ? ofService(refusal)
                : new SendFailure(textOf(failure), failure.retryable() || comesFromNetwork(failure));
    }

    private static SendFailure ofService(AwsServiceException refusal) {
        String code = codeOf(refusal);
        if (refusal instanceof QueueDoesNotExistException || NO_QUEUE.contains(code)) {
            return new SendFailure("the queue does not exist; check --queue-url and --region", false);
        }
        return new SendFailure(code + ": " + messageOf(refusal), isPassing(refusal));
    }

    private static String codeOf(AwsServiceException refusal) {
        return Optional.ofNullable(refusal.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("status " + refusal.statusCode());
    }

    private static String messageOf(AwsServiceException refusal) {
        return Optional.ofNullable(refusal.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .orElseGet(() -> textOf(refusal));
    }

    private static String textOf(Throwable failure) {
        String text = Objects.requireNonNullElseGet(failure.getMessage(), failure::toString);
        int providers = text.indexOf(" in the chain "); // and what each of them says, for half a page
        return providers < 0 ? text : text.substring(0, providers);
    }

    private static boolean isPassing(AwsServiceException refusal) {
        return refusal.statusCode() >= SERVER_ERROR
                || refusal.statusCode() == REQUEST_TIMEOUT
                || refusal.isThrottlingException()
                || refusal instanceof KmsThrottledException
                || refusal.isClockSkewException(); // the client has corrected its clock by now
    }

    private static boolean comesFromNetwork(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }
}
