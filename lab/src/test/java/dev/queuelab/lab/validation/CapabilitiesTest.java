package dev.queuelab.lab.validation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.lab.environment.EnvironmentException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

class CapabilitiesTest {

    @Test
    void anEndpointThatKeepsTheOrderIsAccepted() {
        assertThatCode(() -> Capabilities.requireFifoOrder(new FifoQueue("m0", "m1", "m2", "m3", "m4")))
                .doesNotThrowAnyException();
    }

    @Test
    void anEndpointThatBreaksTheOrderIsNamedWithWhatItDid() {
        assertThatThrownBy(() -> Capabilities.requireFifoOrder(new FifoQueue("m1", "m0", "m2", "m3", "m4")))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContainingAll("does not keep the order within a FIFO group", "given m1, m0, m2, m3, m4");
    }

    @Test
    void anEndpointThatMakesNoFifoQueueIsNamed() {
        SqsClient refusing = new FifoQueue() {
            @Override
            public CreateQueueResponse createQueue(CreateQueueRequest request) {
                throw SqsException.builder().message("no such action").build();
            }
        };

        assertThatThrownBy(() -> Capabilities.requireFifoOrder(refusing))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContainingAll("it could not be tried", "no such action");
    }

    /** Delivers the first two messages together, then the messages of the given list, one at a time. */
    private static class FifoQueue implements SqsClient {
        private final Deque<String> delivered;

        FifoQueue(String... delivered) {
            this.delivered = new ArrayDeque<>(List.of(delivered));
        }

        @Override
        public CreateQueueResponse createQueue(CreateQueueRequest request) {
            return CreateQueueResponse.builder().queueUrl("http://q.fifo").build();
        }

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            return SendMessageResponse.builder().build();
        }

        @Override
        public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
            List<String> bodies = request.maxNumberOfMessages() > 1 ? List.of("m0", "m1") : List.of(delivered.remove());
            return ReceiveMessageResponse.builder()
                    .messages(bodies.stream()
                            .map(body -> Message.builder()
                                    .body(body)
                                    .receiptHandle(body)
                                    .build())
                            .toList())
                    .build();
        }

        @Override
        public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
            return DeleteMessageResponse.builder().build();
        }

        @Override
        public DeleteQueueResponse deleteQueue(DeleteQueueRequest request) {
            return DeleteQueueResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {}
    }
}
