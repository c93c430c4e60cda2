package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void aQueueIsAllThatIsNeeded() throws Exception {
        Settings settings = Settings.read(Map.of("QUEUE_URL", Samples.QUEUE_URL));

        assertThat(settings.queueUrl()).isEqualTo(Samples.QUEUE_URL);
        assertThat(settings.messagesPerReceive()).isEqualTo(1);
        assertThat(settings.changed()).containsOnlyKeys("QUEUE_URL");
    }

    @Test
    void withoutAQueueThereIsNothingToStart() {
        assertProblems(Map.of(), "QUEUE_URL is not set: expected the http or https URL of a queue");
    }

    @Test
    void versioningNeedsBothItsFiles() {
        assertProblems(
                Map.of("QUEUE_URL", Samples.QUEUE_URL, "VERSIONING_ENABLED", "1"),
                "VERSION_STATE_PATH is not set: VERSIONING_ENABLED needs the path of a file",
                "VERSION_LOG_PATH is not set: VERSIONING_ENABLED needs the path of a file");
    }

    @Test
    void aServiceByHttpNeedsItsUrl() {
        assertProblems(
                Map.of("QUEUE_URL", Samples.QUEUE_URL, "EFFECT", "http"),
                "EFFECT_URL is not set: EFFECT=http needs the http or https URL of a service");
    }

    @Test
    void aUrlThatNobodyNeedsIsAccepted() throws Exception {
        Settings.read(Map.of("QUEUE_URL", Samples.QUEUE_URL, "EFFECT_URL", "http://127.0.0.1:4000/effects"));
    }

    @Test
    void aLeaseNeedsATableToBeKeptIn() {
        assertProblems(
                Map.of("QUEUE_URL", Samples.QUEUE_URL, "LEASE_SECONDS", "2.5"),
                "MESSAGE_STATUS_TABLE is not set: LEASE_SECONDS needs the name of a table");
    }

    @Test
    void aHeartbeatThatRenewsALeaseIsShorter() {
        assertProblems(
                Map.of(
                        "QUEUE_URL", Samples.QUEUE_URL,
                        "MESSAGE_STATUS_TABLE", "t",
                        "LEASE_SECONDS", "2",
                        "HEARTBEAT_SECONDS", "2.0"),
                "HEARTBEAT_SECONDS=2.0 is not accepted: expected less than LEASE_SECONDS, 2, since it renews the lease");
    }

    @Test
    void fencingNeedsALease() {
        assertProblems(
                Map.of("QUEUE_URL", Samples.QUEUE_URL, "FENCING", "1"),
                "LEASE_SECONDS is 0: FENCING needs a lease, whose claims it counts");
    }

    @Test
    void bothTablesCannotBeOne() {
        assertProblems(
                Map.of(
                        "QUEUE_URL", Samples.QUEUE_URL,
                        "MESSAGE_STATUS_TABLE", "t",
                        "MESSAGE_SIDE_EFFECTS_TABLE", "t"),
                "MESSAGE_STATUS_TABLE and MESSAGE_SIDE_EFFECTS_TABLE are both t: expected two tables");
    }

    @Test
    void whatIsNotAcceptedAndWhatIsMissingAreNamedAtOnce() {
        assertProblems(
                Map.of("VERSIONING_ENABLED", "1", "VERSION_LOG_PATH", "log", "WAIT_TIME_SECONDS", "21"),
                "WAIT_TIME_SECONDS=21 is not accepted: expected a whole number from 0 to 20",
                "QUEUE_URL is not set: expected the http or https URL of a queue",
                "VERSION_STATE_PATH is not set: VERSIONING_ENABLED needs the path of a file");
    }

    @Test
    void aSwitchThatIsNotAcceptedNeedsNothing() {
        assertProblems(
                Map.of("QUEUE_URL", Samples.QUEUE_URL, "VERSIONING_ENABLED", "perhaps"),
                "VERSIONING_ENABLED=perhaps is not accepted: expected 0 (off) or another whole number (on)");
    }

    /** Exactly these, a line each. */
    private static void assertProblems(Map<String, String> variables, String... problems) {
        assertThatThrownBy(() -> Settings.read(variables))
                .isInstanceOf(BadSettingsException.class)
                .hasMessage("cannot start:\n  " + String.join("\n  ", problems) + "\n  (--help lists every knob)");
    }
}
