package dev.queuelab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.WireHistory;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is recorded, and listed, of the external service's work. */
@Timeout(120)
class EffectRecordsTest {
    private final EffectsFixture service = new EffectsFixture();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatWasDoneIsListed() throws Exception {
        service.post("k", "{\"id\": \"a\"}");
        service.post("l", "{}");

        assertThat(service.request("GET", "", "", "").body())
                .isEqualTo("[{\"key\":\"k\",\"originalMessageId\":\"a\",\"timesPerformed\":1,"
                        + "\"firstAt\":\"1970-01-01T00:00:00Z\",\"lastAt\":\"1970-01-01T00:00:00Z\"},"
                        + "{\"key\":\"l\",\"timesPerformed\":1,"
                        + "\"firstAt\":\"1970-01-01T00:00:00Z\",\"lastAt\":\"1970-01-01T00:00:00Z\"}]");
    }

    @Test
    void whatIsListedIsNotAskedFor() throws Exception {
        service.request("GET", "", "", "");

        assertThat(service.performed()).isEmpty();
        assertThat(service.facts())
                .first()
                .isInstanceOfSatisfying(
                        CallFact.Called.class,
                        called -> assertThat(called.subjects()).isEqualTo(List.of()));
    }

    @Test
    void anEffectIsRecordedBeforeItIsAnswered() throws Exception {
        service.post("k", "{\"id\": \"a\", \"secret\": \"x\"}");

        assertThat(service.facts()).hasSize(3);
        assertThat(service.facts().get(0)).isInstanceOfSatisfying(CallFact.Called.class, called -> {
            assertThat(called.process()).isEqualTo("consumer-1");
            assertThat(called.operation()).isEqualTo("PostEffect");
            assertThat(called.resource()).isEqualTo("effects");
            assertThat(called.subjects()).singleElement().satisfies(effect -> {
                assertThat(effect.key()).contains("k");
                assertThat(effect.id()).contains("a");
            });
        });
        assertThat(service.facts().get(1))
                .isEqualTo(
                        new CallFact.Performed(service.facts().get(0).call(), Instant.EPOCH, "k", Optional.of("a"), 1));
        assertThat(service.facts().get(2)).isInstanceOf(CallFact.Replied.class);
        assertThat(service.facts().toString()).doesNotContain("secret");
    }

    @Test
    void aRepetitionIsNotRecordedAsPerformed() throws Exception {
        service.post("k", "{}");
        service.post("k", "{}");

        assertThat(service.facts())
                .filteredOn(CallFact.Performed.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aHistoryFromTheWireDistinguishesAPerformanceFromARepetition() throws Exception {
        service.post("k", "{\"id\": \"a\"}");
        service.post("k", "{\"id\": \"a\"}");

        WireHistory history = new WireHistory();
        service.facts().forEach(history::record);
        assertThat(history.of("consumer-1").all(Event.class))
                .containsExactly(
                        new Event.EffectAttempted("a", "k"),
                        new Event.EffectPerformed("a", "k", 1),
                        new Event.EffectAttempted("a", "k"),
                        new Event.Skipped("a", "k", SkipReason.EFFECT_REFUSED));
    }

    @Test
    void anotherPathIsNotTheServices() throws Exception {
        HttpResponse<String> reply = service.post("/more", "\"k\"", "{}");

        assertThat(reply.statusCode()).as("nothing listens upstream").isEqualTo(503);
        assertThat(service.facts())
                .first()
                .isInstanceOfSatisfying(
                        CallFact.Called.class,
                        called -> assertThat(called.service()).isEmpty());
    }
}
