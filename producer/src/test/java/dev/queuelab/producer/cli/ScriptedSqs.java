package dev.queuelab.producer.cli;

import java.net.ConnectException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** An SQS that answers the first calls as scripted, and accepts all others. */
public final class ScriptedSqs implements SqsClient {
    public final List<SendMessageBatchRequest> calls = new ArrayList<>();

    /** The bodies that the queue holds, in its order. */
    public final List<String> stored = new ArrayList<>();

    private final Map<String, String> messageIdsByDeduplicationId = new LinkedHashMap<>();
    private final Deque<Step> script = new ArrayDeque<>();

    /** What becomes of one call. */
    @FunctionalInterface
    public interface Step {
        SendMessageBatchResponse result(ScriptedSqs sqs, SendMessageBatchRequest request);
    }

    public ScriptedSqs then(Step... steps) {
        script.addAll(List.of(steps));
        return this;
    }

    public static Step accept() {
        return failEntries("", false);
    }

    /** The entries at these places fail; the others are taken. */
    public static Step failEntries(String code, boolean senderFault, Integer... places) {
        Set<Integer> failing = Set.of(places);
        return (sqs, request) -> {
            var response = new Parts();
            for (int place = 0; place < request.entries().size(); place++) {
                SendMessageBatchRequestEntry entry = request.entries().get(place);
                if (failing.contains(place)) {
                    response.failed(entry.id(), code, senderFault);
                } else {
                    response.sent(entry.id(), sqs.store(entry));
                }
            }
            return response.build();
        };
    }

    /** The queue takes everything and mentions nothing. */
    public static Step acceptWithoutMention() {
        return (sqs, request) -> {
            request.entries().forEach(sqs::store);
            return new Parts().build();
        };
    }

    public static Step fail(SdkException failure) {
        return (sqs, request) -> {
            throw failure;
        };
    }

    /** The queue takes everything, but its answer does not arrive. */
    public static Step loseReply() {
        return (sqs, request) -> {
            request.entries().forEach(sqs::store);
            throw connectionLost();
        };
    }

    public static SdkException connectionLost() {
        return SdkClientException.create("Unable to execute HTTP request", new ConnectException("Connection refused"));
    }

    public static SdkException refusal(int status, String code) {
        return SqsException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("as scripted")
                        .build())
                .build();
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        return nextStep(request).result(this, request);
    }

    private synchronized Step nextStep(SendMessageBatchRequest request) {
        calls.add(request);
        return script.isEmpty() ? accept() : script.remove();
    }

    private synchronized String store(SendMessageBatchRequestEntry entry) {
        String deduplicationId = entry.messageDeduplicationId();
        if (deduplicationId != null && messageIdsByDeduplicationId.containsKey(deduplicationId)) {
            return messageIdsByDeduplicationId.get(deduplicationId);
        }
        stored.add(entry.messageBody());
        String messageId = "message-" + stored.size();
        if (deduplicationId != null) {
            messageIdsByDeduplicationId.put(deduplicationId, messageId);
        }
        return messageId;
    }

    @Override
    public String serviceName() {
        return "sqs";
    }

    @Override
    public void close() {}

    /** An answer, entry by entry. */
    private static final class Parts {
        private final List<SendMessageBatchResultEntry> sent = new ArrayList<>();
        private final List<BatchResultErrorEntry> failed = new ArrayList<>();

        void sent(String id, String messageId) {
            sent.add(SendMessageBatchResultEntry.builder()
                    .id(id)
                    .messageId(messageId)
                    .build());
        }

        void failed(String id, String code, boolean senderFault) {
            failed.add(BatchResultErrorEntry.builder()
                    .id(id)
                    .code(code)
                    .senderFault(senderFault)
                    .message("as scripted")
                    .build());
        }

        SendMessageBatchResponse build() {
            return SendMessageBatchResponse.builder()
                    .successful(sent)
                    .failed(failed)
                    .build();
        }
    }
}
