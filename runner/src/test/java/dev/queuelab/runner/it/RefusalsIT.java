package dev.queuelab.runner.it;

import static dev.queuelab.runner.it.TestQueue.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that SQS refuses, as two SDKs meet them. */
class RefusalsIT {
    @RegisterExtension
    static final FaultyGateway GATEWAY = new FaultyGateway();

    static Stream<Arguments> refusals() {
        return FaultyGateway.SDKS.stream()
                .flatMap(sdk -> Stream.of(
                        Arguments.of(sdk, "throttled", List.of("RequestThrottled")),
                        Arguments.of(sdk, "kms-throttled", List.of("KMS.ThrottlingException")),
                        Arguments.of(sdk, "access-denied", List.of("AccessDenied", "AccessDeniedException")),
                        Arguments.of(sdk, "queue-missing", List.of("AWS.SimpleQueueService.NonExistentQueue"))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusedSendSendsNothing(String sdk, String fault, List<String> codes) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, fault + ":operations=SendMessage,times=1"));

        assertThat(errorOf(() -> queue.send("refused"))).isIn(codes);

        queue.send("accepted");
        assertThat(queue.receive())
                .singleElement()
                .satisfies(message -> assertThat(message.path("Body").asText()).contains("accepted"));
    }

    @EachSqsSdk
    void aBatchOfTooManyBytesIsRefusedWhole(String sdk) {
        TestQueue queue = TestQueue.create(GATEWAY.with(sdk, "batch-too-long:bytes=20"));

        assertThat(errorOf(() -> batch(queue, "0123456789", "0123456789+")))
                .isEqualTo("AWS.SimpleQueueService.BatchRequestTooLong");

        assertThat(queue.receive()).isEmpty();
        batch(queue, "0123456789", "0123456789");
        assertThat(queue.receive()).hasSize(2);
    }

    private static void batch(TestQueue queue, String first, String second) {
        queue.call(
                "SendMessageBatch",
                Map.of(
                        "Entries",
                        List.of(Map.of("Id", "1", "MessageBody", first), Map.of("Id", "2", "MessageBody", second))));
    }
}
