package dev.queuelab.consumer;

import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/** A queue that gives what it is set to give, in turn, and records what it is asked. */
final class FakeQueue implements SqsClient {
    private final List<String> calls;
    private final Deque<Supplier<List<Message>>> answers = new ConcurrentLinkedDeque<>();
    private final Map<String, RuntimeException> refusals = new HashMap<>();
    private final List<Integer> attributes = new CopyOnWriteArrayList<>();
    private final Set<String> refusedInBatch = new HashSet<>();
    private Optional<RuntimeException> batchError = Optional.empty();
    private IntConsumer whenEmpty;
    private Runnable whenExtended = () -> {};
    private Supplier<Map<QueueAttributeName, String>> ownSettings = Map::of;

    FakeQueue(List<String> calls, Runnable whenEmpty) {
        this.calls = calls;
        this.whenEmpty = waitSeconds -> whenEmpty.run();
    }

    /** A message with MessageId {@code name} and receipt handle {@code name}, received for the first time. */
    static Message message(String name, String body) {
        return Message.builder()
                .messageId(name)
                .receiptHandle(name)
                .body(body)
                .attributes(Map.of(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1",
                        MessageSystemAttributeName.SENT_TIMESTAMP, "1000"))
                .build();
    }

    /** The same, of a group of a FIFO queue. */
    static Message message(String group, String name, String body) {
        Message message = message(name, body);
        Map<MessageSystemAttributeName, String> attributes = new HashMap<>(message.attributes());
        attributes.put(MessageSystemAttributeName.MESSAGE_GROUP_ID, group);
        return message.toBuilder().attributes(attributes).build();
    }

    /** The next receive gives a message for each id, and the id for its body, MessageId and receipt handle. */
    FakeQueue gives(String... ids) {
        return gives(List.of(ids).stream()
                .map(id -> message(id, "{\"id\":\"" + id + "\"}"))
                .toList());
    }

    FakeQueue gives(List<Message> batch) {
        answers.add(() -> batch);
        return this;
    }

    /** The same, but only once {@code event} has happened while the receive is open. */
    FakeQueue givesAfter(Runnable event, String id) {
        answers.add(() -> {
            event.run();
            return List.of(message(id, "{\"id\":\"" + id + "\"}"));
        });
        return this;
    }

    FakeQueue fails(RuntimeException error) {
        answers.add(() -> {
            throw error;
        });
        return this;
    }

    FakeQueue failsAfter(Runnable event, RuntimeException error) {
        answers.add(() -> {
            event.run();
            throw error;
        });
        return this;
    }

    /** Deleting and handing back with this receipt handle fails. */
    FakeQueue refuses(String receiptHandle, RuntimeException error) {
        refusals.put(receiptHandle, error);
        return this;
    }

    /** What is done with this receipt handle fails in a batch, and not by itself. */
    FakeQueue refusesInBatch(String receiptHandle) {
        refusedInBatch.add(receiptHandle);
        return this;
    }

    /** Every batch of deletions fails as a whole. */
    FakeQueue refusesBatches(RuntimeException error) {
        batchError = Optional.of(error);
        return this;
    }

    /** How many system attributes each receive asked for. */
    List<Integer> attributes() {
        return attributes;
    }

    /** What happens at a receive that finds nothing, given the wait in seconds. */
    void whenEmpty(IntConsumer action) {
        whenEmpty = action;
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        calls.add("receive " + request.maxNumberOfMessages() + " within " + request.waitTimeSeconds() + " s");
        attributes.add(request.messageSystemAttributeNames().size());
        Supplier<List<Message>> answer = answers.poll();
        if (answer == null) {
            whenEmpty.accept(request.waitTimeSeconds());
            return ReceiveMessageResponse.builder().build();
        }
        return ReceiveMessageResponse.builder().messages(answer.get()).build();
    }

    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        calls.add("delete " + request.receiptHandle());
        refuse(request.receiptHandle());
        return DeleteMessageResponse.builder().build();
    }

    @Override
    public DeleteMessageBatchResponse deleteMessageBatch(DeleteMessageBatchRequest request) {
        calls.add("delete together "
                + request.entries().stream()
                        .map(DeleteMessageBatchRequestEntry::receiptHandle)
                        .collect(Collectors.joining(" ")));
        batchError.ifPresent(error -> {
            throw error;
        });
        List<DeleteMessageBatchResultEntry> successful = new ArrayList<>();
        List<BatchResultErrorEntry> failed = new ArrayList<>();
        for (DeleteMessageBatchRequestEntry entry : request.entries()) {
            if (refusedInBatch.contains(entry.receiptHandle())) {
                failed.add(BatchResultErrorEntry.builder()
                        .id(entry.id())
                        .code("InternalError")
                        .senderFault(false)
                        .build());
            } else {
                successful.add(
                        DeleteMessageBatchResultEntry.builder().id(entry.id()).build());
            }
        }
        return DeleteMessageBatchResponse.builder()
                .successful(successful)
                .failed(failed)
                .build();
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
        calls.add("show " + request.receiptHandle() + " after " + request.visibilityTimeout() + " s");
        refuse(request.receiptHandle());
        return ChangeMessageVisibilityResponse.builder().build();
    }

    @Override
    public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
            ChangeMessageVisibilityBatchRequest request) {
        calls.add("extend "
                + request.entries().stream()
                        .map(entry -> entry.receiptHandle() + " to " + entry.visibilityTimeout() + " s")
                        .collect(Collectors.joining(", ")));
        whenExtended.run();
        List<ChangeMessageVisibilityBatchResultEntry> successful = new ArrayList<>();
        List<BatchResultErrorEntry> failed = new ArrayList<>();
        request.entries().forEach(entry -> {
            if (refusedInBatch.contains(entry.receiptHandle())) {
                failed.add(BatchResultErrorEntry.builder().id(entry.id()).build());
            } else {
                successful.add(ChangeMessageVisibilityBatchResultEntry.builder()
                        .id(entry.id())
                        .build());
            }
        });
        return ChangeMessageVisibilityBatchResponse.builder()
                .successful(successful)
                .failed(failed)
                .build();
    }

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
        calls.add("attributes " + request.attributeNamesAsStrings());
        return GetQueueAttributesResponse.builder()
                .attributes(ownSettings.get())
                .build();
    }

    /** What the queue says of its visibility timeout, each time that it is asked. */
    void visibilityTimeout(Supplier<String> seconds) {
        ownSettings = () -> Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, seconds.get());
    }

    /** What the queue says of its redrive policy. */
    void redrivePolicy(String json) {
        redrivePolicy(() -> json);
    }

    void redrivePolicy(Supplier<String> json) {
        ownSettings = () -> Map.of(QueueAttributeName.REDRIVE_POLICY, json.get());
    }

    /** What happens while visibility timeouts are extended. */
    void whenExtended(Runnable action) {
        whenExtended = action;
    }

    private void refuse(String receiptHandle) {
        RuntimeException error = refusals.get(receiptHandle);
        if (error != null) {
            throw error;
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
