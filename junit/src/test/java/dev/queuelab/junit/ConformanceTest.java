package dev.queuelab.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConformanceTest {
    private static final Conformance NODE = QueueLab.conformance().command("node", "our consumer.js", "it's");

    @Test
    void eachMethodBecomesItsOption() {
        assertThat(NODE.kind("shutdown")
                        .caseId("freeze/goes-on")
                        .env("SQS_ENDPOINT", "{AWS_ENDPOINT_URL_SQS}")
                        .visibilityTimeout(Duration.ofMinutes(1))
                        .option("--without=versions")
                        .arguments())
                .containsExactly(
                        "conformance",
                        "--consumer-cmd=node 'our consumer.js' 'it'\"'\"'s'",
                        "--kind=shutdown",
                        "--case=freeze/goes-on",
                        "--env=SQS_ENDPOINT={AWS_ENDPOINT_URL_SQS}",
                        "--visibility-timeout=60",
                        "--without=versions");
    }

    @Test
    void oneThatOthersAreMadeFromStaysAsItIs() {
        NODE.kind("shutdown").command("python3").strict();

        assertThat(NODE.arguments()).hasSize(2);
    }

    @Test
    void aClassIsStartedOnTheClassPathOfTheTest() {
        assertThat(QueueLab.conformance().main(PlainConsumer.class, "exits").arguments())
                .element(1)
                .asString()
                .startsWith("--consumer-cmd=")
                .contains("java -cp ")
                .endsWith(" dev.queuelab.junit.PlainConsumer exits");
    }

    @Test
    void aConsumerMustBeNamedAndItsWordsSaySomething() {
        Conformance nobody = QueueLab.conformance().kind("shutdown");
        Conformance empty = QueueLab.conformance().command("node", "");

        assertThatThrownBy(nobody::tests)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("main(...)");
        assertThatThrownBy(empty::arguments).hasMessage("'' is not accepted: expected words that are not empty");
    }

    @Test
    void aRunnerThatIsNotThereIsNamed() {
        assertThatThrownBy(Dist::locate)
                .isInstanceOf(QueueLabException.class)
                .hasMessageContainingAll("runner.jar is missing", "queuelab.dist", "make dist");
    }
}
