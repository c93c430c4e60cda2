package dev.queuelab.lab.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** A queue's dead letters, and what is sent to the queue. Every other receive is empty, as a short poll may be. */
final class FakeDeadLetterQueue implements SqsClient {
    final List<SendMessageRequest> sent = new ArrayList<>();
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private int receives;
    private int sendsUntilFailure = Integer.MAX_VALUE;

    FakeDeadLetterQueue holds(String body, Map<MessageSystemAttributeName, String> attributes) {
        String id = "m-" + (messages.size() + 1);
        messages.put(
                id,
                Message.builder()
                        .messageId(id)
                        .receiptHandle(id)
                        .body(body)
                        .attributes(attributes)
                        .messageAttributes(Map.of("tenant", tenant("t-" + id)))
                        .build());
        return this;
    }

    static MessageAttributeValue tenant(String name) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(name)
                .build();
    }

    void failAfter(int sends) {
        sendsUntilFailure = sends;
    }

    /** What is there, and in nobody's hand. */
    List<String> visible() {
        return messages.keySet().stream().filter(id -> !hidden.contains(id)).toList();
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        List<Message> some = receives++ % 2 == 0
                ? List.of()
                : visible().stream().limit(2).map(messages::get).toList();
        some.forEach(message -> hidden.add(message.messageId()));
        return ReceiveMessageResponse.builder().messages(some).build();
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        if (sent.size() == sendsUntilFailure) {
            throw new IllegalStateException("the queue is away");
        }
        sent.add(request);
        return SendMessageResponse.builder().build();
    }

    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        messages.remove(request.receiptHandle());
        return DeleteMessageResponse.builder().build();
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
        if (request.visibilityTimeout() == 0) {
            hidden.remove(request.receiptHandle());
        }
        return ChangeMessageVisibilityResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
