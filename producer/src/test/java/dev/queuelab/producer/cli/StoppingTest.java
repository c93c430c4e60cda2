package dev.queuelab.producer.cli;

import static dev.queuelab.producer.cli.ScriptedSqs.connectionLost;
import static dev.queuelab.producer.cli.ScriptedSqs.fail;
import static dev.queuelab.producer.cli.ScriptedSqs.failEntries;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Event.SendFailed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoppingTest {
    private final ProducerFixture producer = new ProducerFixture();

    @Test
    void sendsWithoutEndUntilItIsAskedToStop() {
        producer.clock.requestStopIn(Duration.ofSeconds(100));

        int code = producer.run("--n", "0", "--rate", "10");

        assertThat(code).isZero();
        assertThat(producer.sqs.stored).hasSize(1_000);
        assertThat(producer.err.toString()).endsWith("stopped after 1000" + System.lineSeparator());
        assertThat(producer.recorded(Event.Stopped.class))
                .extracting(Event.Stopped::reason)
                .containsExactly("stopped after 1000");
    }

    @Test
    void hasFailedIfItIsStoppedBeforeAllAreSent() {
        producer.clock.requestStopIn(Duration.ofSeconds(2));

        int code = producer.run("--n", "10", "--rate", "2");

        assertThat(code).isEqualTo(1);
        assertThat(producer.err.toString()).contains("stopped after 4 of 10");
        assertThat(producer.out.toString()).startsWith("sent 4 messages").contains("6 not sent");
    }

    @Test
    void hasSucceededIfItIsStoppedOnceAllAreSent() {
        producer.sqs.then((sqs, request) -> {
            producer.clock.requestStopIn(Duration.ZERO);
            return ScriptedSqs.accept().result(sqs, request);
        });

        assertThat(producer.run("--n", "3")).isZero();

        assertThat(producer.err.toString()).isEmpty();
    }

    @Test
    void finishesTheBatchInHand() {
        producer.sqs.then((sqs, request) -> {
            producer.clock.requestStopIn(Duration.ZERO);
            return ScriptedSqs.accept().result(sqs, request);
        });

        assertThat(producer.run("--n", "0")).isZero();

        assertThat(producer.sqs.stored).hasSize(10);
        assertThat(producer.recorded(Event.Sent.class)).hasSize(10);
    }

    @Test
    void doesNotWaitForAnotherTryOnceItIsAskedToStop() {
        producer.clock.requestStopIn(Duration.ofMillis(500));
        producer.sqs.then(failEntries("InternalError", false, 2));

        int code = producer.run("--n", "0");

        assertThat(code).isEqualTo(1);
        assertThat(producer.sqs.calls).hasSize(1);
        assertThat(producer.recorded(SendFailed.class))
                .extracting(SendFailed::willRetry)
                .containsExactly(true, false);
        assertThat(producer.recorded(SendFailed.class).get(1).reason()).contains("a stop was requested");
        assertThat(producer.out.toString()).startsWith("sent 9 messages").contains("1 not sent");
    }

    @Test
    void countsWhatWasNeverAcknowledgedAsNotSent() {
        producer.clock.requestStopIn(Duration.ofMillis(500));
        producer.sqs.then(fail(connectionLost()));

        int code = producer.run("--n", "30");

        assertThat(code).isEqualTo(1);
        assertThat(producer.err.toString()).contains("stopped after 0 of 30");
    }
}
