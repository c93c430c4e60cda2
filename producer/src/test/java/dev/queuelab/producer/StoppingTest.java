package dev.queuelab.producer;

import static dev.queuelab.producer.ScriptedSqs.connectionLost;
import static dev.queuelab.producer.ScriptedSqs.fail;
import static dev.queuelab.producer.ScriptedSqs.failEntries;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Event.SendFailed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoppingTest {
    private final Rig rig = new Rig();

    @Test
    void sendsWithoutEndUntilItIsAskedToStop() {
        rig.timeline.requestStopIn(Duration.ofSeconds(100));

        int code = rig.run("--n", "0", "--rate", "10");

        assertThat(code).isZero();
        assertThat(rig.sqs.stored).hasSize(1_000);
        assertThat(rig.err.toString()).endsWith("stopped after 1000" + System.lineSeparator());
        assertThat(rig.recorded(Event.Stopped.class))
                .extracting(Event.Stopped::reason)
                .containsExactly("stopped after 1000");
    }

    @Test
    void hasFailedIfItIsStoppedBeforeAllAreSent() {
        rig.timeline.requestStopIn(Duration.ofSeconds(2));

        int code = rig.run("--n", "10", "--rate", "2");

        assertThat(code).isEqualTo(1);
        assertThat(rig.err.toString()).contains("stopped after 4 of 10");
        assertThat(rig.out.toString()).startsWith("sent 4 messages").contains("6 not sent");
    }

    @Test
    void hasSucceededIfItIsStoppedOnceAllAreSent() {
        rig.sqs.then((sqs, request) -> {
            rig.timeline.requestStopIn(Duration.ZERO);
            return ScriptedSqs.accept().answer(sqs, request);
        });

        assertThat(rig.run("--n", "3")).isZero();

        assertThat(rig.err.toString()).isEmpty();
    }

    @Test
    void finishesTheBatchInHand() {
        rig.sqs.then((sqs, request) -> {
            rig.timeline.requestStopIn(Duration.ZERO);
            return ScriptedSqs.accept().answer(sqs, request);
        });

        assertThat(rig.run("--n", "0")).isZero();

        assertThat(rig.sqs.stored).hasSize(10);
        assertThat(rig.recorded(Event.Sent.class)).hasSize(10);
    }

    @Test
    void doesNotWaitForAnotherTryOnceItIsAskedToStop() {
        rig.timeline.requestStopIn(Duration.ofMillis(500));
        rig.sqs.then(failEntries("InternalError", false, 2));

        int code = rig.run("--n", "0");

        assertThat(code).isEqualTo(1);
        assertThat(rig.sqs.calls).hasSize(1);
        assertThat(rig.recorded(SendFailed.class))
                .extracting(SendFailed::willRetry)
                .containsExactly(true, false);
        assertThat(rig.recorded(SendFailed.class).get(1).reason()).contains("a stop was requested");
        assertThat(rig.out.toString()).startsWith("sent 9 messages").contains("1 not sent");
    }

    @Test
    void countsWhatWasNeverAcknowledgedAsNotSent() {
        rig.timeline.requestStopIn(Duration.ofMillis(500));
        rig.sqs.then(fail(connectionLost()));

        int code = rig.run("--n", "30");

        assertThat(code).isEqualTo(1);
        assertThat(rig.err.toString()).contains("stopped after 0 of 30");
    }
}
