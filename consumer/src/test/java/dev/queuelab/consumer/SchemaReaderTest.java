package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.history.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of other versions than the one that a consumer was made for. */
class SchemaReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.1", "1.9"})
    void aTolerantReaderReadsEveryMinorVersionOfItsMajorOne(String version) {
        assertThat(reader("SCHEMA_VERSION", "1.1").read(written(version)).id()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "2.0", "11.1"})
    void anotherMajorVersionIsRejectedWithAReason(String version) {
        assertRejected(
                written(version),
                "its schema version is " + version + ", and this consumer reads 1.x",
                "SCHEMA_VERSION",
                "1.1");
    }

    @Test
    void aStrictReaderReadsItsOwnVersionAlone() {
        SchemaReader reader = reader("SCHEMA_VERSION", "1.1", "SCHEMA_READING", "strict");

        assertThat(reader.read(written("1.1")).id()).isEqualTo("a");
        assertRejected(
                written("1.2"),
                "its schema version is 1.2, and this consumer reads 1.1 alone",
                "SCHEMA_VERSION",
                "1.1",
                "SCHEMA_READING",
                "strict");
    }

    @ParameterizedTest
    @CsvSource({"1.0, true", "2.0, false"})
    void aMessageWithoutAVersionIsOfTheFirst(String own, boolean accepted) {
        if (accepted) {
            assertThat(reader("SCHEMA_VERSION", own).read(Samples.message("a")).id())
                    .isEqualTo("a");
        } else {
            assertRejected(
                    Samples.message("a"),
                    "its schema version is 1.0, and this consumer reads 2.x",
                    "SCHEMA_VERSION",
                    own);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"new\"", "1", "\"1.0.0\"", "\"01.0\"", "{}"})
    void whatIsNoVersionIsRejected(String version) {
        Delivery delivery = Samples.delivery("{\"id\":\"a\",\"schema_version\":" + version + "}");

        assertThatThrownBy(() -> reader("SCHEMA_VERSION", "1.0").read(delivery))
                .isInstanceOfSatisfying(
                        InvalidMessageException.class,
                        e -> assertThat(e.reason())
                                .startsWith("its field schema_version is ")
                                .endsWith("which is not a version as MAJOR.MINOR, such as 1.0"));
    }

    @Test
    void whereNoVersionIsSetNobodyLooks() {
        Delivery delivery = written("7.0");

        assertThat(reader().read(delivery)).isSameAs(delivery);
    }

    @Test
    void aMissingFieldHasItsDefaultAndAnotherKeepsItsValue() {
        Delivery read = reader("SCHEMA_DEFAULTS", "currency=EUR,country=IE")
                .read(Samples.delivery("{\"id\":\"a\",\"currency\":\"USD\",\"country\":null}"));

        assertThat(read.payload().text("currency")).hasValue("USD");
        assertThat(read.payload().text("country")).hasValue("IE");
    }

    @Test
    void aDefaultChangesNoDigest() {
        Delivery delivery = Samples.message("a");

        Delivery read = reader("SCHEMA_DEFAULTS", "currency=EUR").read(delivery);

        assertThat(read.payload().digest()).isEqualTo(delivery.payload().digest());
        assertThat(delivery.payload().text("currency")).isEmpty();
    }

    @Test
    void aStrictReaderTakesNoDefault() {
        Delivery read = reader("SCHEMA_DEFAULTS", "currency=EUR", "SCHEMA_READING", "strict")
                .read(Samples.message("a"));

        assertThat(read.payload().text("currency")).isEmpty();
    }

    @Test
    void whatIsRejectedForItsVersionHasNoEffectAndTheReasonIsOnRecord() {
        ConsumerFixture fixture = new ConsumerFixture();

        fixture.batchHandler("SCHEMA_VERSION", "1.0").handle(List.of(written("2.0")));

        assertThat(fixture.calls).isEmpty();
        assertThat(fixture.facts.all(Event.Rejected.class))
                .containsExactly(
                        new Event.Rejected("a", "m-1", "its schema version is 2.0, and this consumer reads 1.x"));
    }

    private static void assertRejected(Delivery delivery, String reason, String... knobs) {
        assertThatThrownBy(() -> reader(knobs).read(delivery))
                .isInstanceOfSatisfying(
                        InvalidMessageException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Delivery written(String version) {
        return Samples.delivery("{\"id\":\"a\",\"schema_version\":\"" + version + "\"}");
    }

    private static SchemaReader reader(String... knobs) {
        return new SchemaReader(Samples.settings(knobs));
    }
}
