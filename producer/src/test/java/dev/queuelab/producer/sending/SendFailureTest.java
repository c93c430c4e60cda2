package dev.queuelab.producer.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.producer.cli.ScriptedSqs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.KmsThrottledException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SendFailureTest {
    @ParameterizedTest(name = "{0} {1}: passing {2}")
    @CsvSource({
        "500, InternalFailure, true",
        "503, ServiceUnavailable, true",
        "400, RequestThrottled, true",
        "400, ThrottlingException, true",
        "429, SomethingNew, true",
        "408, SomethingNew, true",
        "403, RequestTimeTooSkewed, true",
        "403, AccessDenied, false",
        "403, InvalidClientTokenId, false",
        "400, InvalidMessageContents, false",
        "400, SomethingNew, false",
    })
    void tellsWhatPassesFromWhatStays(int status, String code, boolean passing) {
        SendFailure failure = SendFailure.of(ScriptedSqs.refusal(status, code));

        assertThat(failure.passing()).isEqualTo(passing);
        assertThat(failure.reason()).isEqualTo(code + ": as scripted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist"})
    void knowsAMissingQueueByEitherCode(String code) {
        SendFailure failure = SendFailure.of(ScriptedSqs.refusal(400, code));

        assertThat(failure.reason()).startsWith("the queue does not exist");
        assertThat(failure.passing()).isFalse();
    }

    @Test
    void knowsAMissingQueueByItsClass() {
        SendFailure failure = SendFailure.of(
                QueueDoesNotExistException.builder().statusCode(400).build());

        assertThat(failure.reason()).startsWith("the queue does not exist");
        assertThat(failure.passing()).isFalse();
    }

    @Test
    void expectsThrottledKeysToPass() {
        assertThat(SendFailure.of(
                                KmsThrottledException.builder().statusCode(400).build())
                        .passing())
                .isTrue();
    }

    @Test
    void saysSomethingOfARefusalWithoutDetails() {
        SendFailure failure = SendFailure.of(
                SqsException.builder().statusCode(400).message("no details").build());

        assertThat(failure.reason()).contains("status 400").contains("no details");
    }

    @Test
    void expectsTheNetworkToRecover() {
        assertThat(SendFailure.of(ScriptedSqs.connectionLost()).passing()).isTrue();
    }

    @Test
    void expectsNothingOfAClientThatCannotCall() {
        SendFailure failure = SendFailure.of(
                SdkClientException.create("Unable to load credentials from any in the chain A, B: [A: no, B: no]"));

        assertThat(failure).isEqualTo(new SendFailure("Unable to load credentials from any", false));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", ", true"})
    void believesAnEntryAboutWhoseFaultItIs(Boolean senderFault, boolean passing) {
        SendFailure failure = SendFailure.of(BatchResultErrorEntry.builder()
                .code("InternalError")
                .message("try later")
                .senderFault(senderFault)
                .build());

        assertThat(failure).isEqualTo(new SendFailure("InternalError: try later", passing));
    }
}
