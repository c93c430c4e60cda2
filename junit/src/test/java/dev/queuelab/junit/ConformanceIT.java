package dev.queuelab.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Real plays, with the programs in {@code dist/}. */
class ConformanceIT {
    private static final Conformance PATIENT = QueueLab.conformance().visibilityTimeout(Duration.ofSeconds(4));

    @Test
    void aClassOfTheTestsIsPlayedCaseByCase() {
        Map<String, Optional<Throwable>> tests = run(PATIENT.main(PlainConsumer.class)
                .caseId("shutdown/idle-ends")
                .caseId("ordering/older-version-not-applied")
                .option("--without=versions"));

        assertThat(tests).containsOnlyKeys("shutdown/idle-ends", "ordering/older-version-not-applied");
        assertThat(tests.get("shutdown/idle-ends")).isEmpty();
        assertThat(tests.get("ordering/older-version-not-applied"))
                .get()
                .isInstanceOf(TestAbortedException.class)
                .hasToString(new TestAbortedException("not applicable: needs versions").toString());
    }

    @Test
    void aBrokenCaseFailsWithItsFacts() {
        Map<String, Optional<Throwable>> tests =
                run(PATIENT.main(PlainConsumer.class, "it's me").caseId("liveness/stays-up"));

        assertThat(tests.get("liveness/stays-up"))
                .get()
                .isInstanceOf(AssertionFailedError.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains(
                        "exit code 7",
                        "A consumer that has received a message never ends by itself.",
                        "run folder: ",
                        "play it again: java -jar ",
                        " conformance --case=liveness/stays-up ");
    }

    @Test
    void whatDoesNotExistIsRefusedWithTheWordsOfTheRunner() {
        Conformance mistaken = PATIENT.main(PlainConsumer.class).kind("nonsense");

        assertThatThrownBy(mistaken::tests)
                .isInstanceOf(QueueLabException.class)
                .hasMessageContainingAll("exit code 2", "'nonsense' is not accepted: expected one of ");
    }

    /** What each test ends with, as JUnit would see it. */
    private static Map<String, Optional<Throwable>> run(Conformance conformance) {
        Map<String, Optional<Throwable>> ends = new LinkedHashMap<>();
        conformance
                .tests()
                .forEach(test -> ends.put(
                        test.getDisplayName(),
                        Optional.ofNullable(
                                catchThrowable(() -> test.getExecutable().execute()))));
        return ends;
    }
}
