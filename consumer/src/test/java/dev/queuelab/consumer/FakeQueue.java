package dev.queuelab.consumer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/** A queue that gives what it is set to give, in turn, and records what it is asked. */
final class FakeQueue implements SqsClient {
    private final List<String> calls;
    private final Deque<Supplier<List<Message>>> answers = new ArrayDeque<>();
    private final Map<String, RuntimeException> refusals = new HashMap<>();
    private IntConsumer whenEmpty;

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

    /** What happens at a receive that finds nothing, given the wait in seconds. */
    void whenEmpty(IntConsumer action) {
        whenEmpty = action;
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        calls.add("receive " + request.maxNumberOfMessages() + " within " + request.waitTimeSeconds() + " s");
        if (answers.isEmpty()) {
            whenEmpty.accept(request.waitTimeSeconds());
            return ReceiveMessageResponse.builder().build();
        }
        return ReceiveMessageResponse.builder().messages(answers.remove().get()).build();
    }

    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        calls.add("delete " + request.receiptHandle());
        refuse(request.receiptHandle());
        return DeleteMessageResponse.builder().build();
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
        calls.add("show " + request.receiptHandle() + " after " + request.visibilityTimeout() + " s");
        refuse(request.receiptHandle());
        return ChangeMessageVisibilityResponse.builder().build();
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
