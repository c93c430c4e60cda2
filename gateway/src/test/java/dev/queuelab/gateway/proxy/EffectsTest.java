package dev.queuelab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.gateway.call.EffectCall;
import dev.queuelab.gateway.effect.PerformedEffect;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The external service's contract, on the wire. */
@Timeout(120)
class EffectsTest {
    private final EffectsFixture service = new EffectsFixture();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void anEffectIsPerformedAndCounted() throws Exception {
        HttpResponse<String> reply = service.post("k", "{\"id\": \"a\"}");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"timesPerformed\":1}");
        assertThat(reply.headers().firstValue(EffectCall.REPLAYED)).isEmpty();
        assertThat(service.performed())
                .containsExactly(new PerformedEffect("k", Optional.of("a"), 1, Instant.EPOCH, Instant.EPOCH));
    }

    @Test
    void aRepetitionGetsTheFirstAnswerAgainAndDoesNothing() throws Exception {
        HttpResponse<String> first = service.post("k", "{}");

        HttpResponse<String> second = service.post("k", "{}");

        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue(EffectCall.REPLAYED)).contains("true");
        assertThat(service.timesPerformed("k")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"half", "\"a\\b\"", "\"a\" b"})
    void aMissingOrBadKeyIsRefused(String header) throws Exception {
        HttpResponse<String> reply = service.post("", header, "{\"id\": \"a\"}");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(reply.body()).contains("Idempotency-Key");
        assertThat(service.performed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'\"a\"', a", "a, a", "'\"with \\\"quotes\\\" and \\\\\"', 'with \"quotes\" and \\'", "'\"a\";v=1', a"})
    void aKeyMayBeQuotedOrBare(String header, String key) throws Exception {
        service.post("", header, "{}");

        assertThat(service.performed()).extracting(PerformedEffect::key).containsExactly(key);
    }

    @Test
    void aKeyThatWasUsedForAnotherBodyIsRefused() throws Exception {
        service.post("k", "{\"amount\": 1}");

        HttpResponse<String> reply = service.post("k", "{\"amount\": 2}");

        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(service.timesPerformed("k")).isEqualTo(1);
    }

    @Test
    void whatComesWithAnOlderTokenThanWasSeenIsRefused() throws Exception {
        service.postFenced("k", "2");

        HttpResponse<String> late = service.postFenced("k", "1");

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.headers().firstValue(EffectCall.FENCING_TOKEN)).contains("2");
        assertThat(late.body()).contains("the Fencing-Token is 1, and a newer one was seen, 2");
        assertThat(service.timesPerformed("k")).isEqualTo(1);
    }

    @Test
    void theSameTokenANewerOneAndAnotherKeysAreNotRefused() throws Exception {
        service.postFenced("k", "2");

        assertThat(service.postFenced("k", "2").statusCode()).isEqualTo(200);
        assertThat(service.postFenced("k", "3").statusCode()).isEqualTo(200);
        assertThat(service.postFenced("other", "1").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenThatIsNoNumberIsRefused() throws Exception {
        HttpResponse<String> reply = service.postFenced("k", "new");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("the header Fencing-Token is new: expected a whole number");
    }

    @Test
    void twoTextsThatAreNoJsonAreTwoBodies() throws Exception {
        service.post("k", "one");

        assertThat(service.post("k", "two").statusCode()).isEqualTo(422);
        assertThat(service.post("k", "one").statusCode()).isEqualTo(200);
    }

    @Test
    void twoMessagesMayAskForTheSameWork() throws Exception {
        service.post("order-7", "{\"id\": \"a\", \"amount\": 1}");

        HttpResponse<String> reply = service.post("order-7", "{\"id\": \"b\", \"amount\": 1}");

        assertThat(reply.headers().firstValue(EffectCall.REPLAYED)).contains("true");
        assertThat(service.performed())
                .extracting(PerformedEffect::originalMessageId)
                .containsExactly(Optional.of("a"));
    }

    @Test
    void aKeyInProgressIsRefusedUntilItIsDone() throws Exception {
        CountDownLatch working = service.holdWork();
        CompletableFuture<HttpResponse<String>> first = service.postLater("k", "{}");
        assertThat(working.await(60, TimeUnit.SECONDS)).isTrue();

        assertThat(service.post("k", "{}").statusCode()).isEqualTo(409);
        assertThat(service.performed()).isEmpty();
        service.finishWork();

        assertThat(first.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(service.post("k", "{}").headers().firstValue(EffectCall.REPLAYED))
                .contains("true");
        assertThat(service.timesPerformed("k")).isEqualTo(1);
    }

    @Test
    void aNaiveServiceDoesTheWorkAgain() throws Exception {
        service.post("?naive=true", "\"k\"", "{}");

        HttpResponse<String> second = service.post("?naive=true", "\"k\"", "{}");

        assertThat(second.body()).isEqualTo("{\"timesPerformed\":2}");
        assertThat(service.timesPerformed("k")).isEqualTo(2);
    }

    @Test
    void aNaiveServiceNeedsNoHeader() throws Exception {
        assertThat(service.post("?naive=true", "", "{\"id\": \"a\"}").statusCode())
                .isEqualTo(200);
        assertThat(service.post("?naive=true", "", "{}").statusCode()).isEqualTo(400);
        assertThat(service.timesPerformed("a")).isEqualTo(1);
    }

    @Test
    void theBodyMayNameTheWorkThatIsCounted() throws Exception {
        service.post("first", "{\"key\": \"order-7\"}");
        service.post("second", "{\"key\": \"order-7\"}");

        assertThat(service.timesPerformed("order-7")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "?naive=yes, 'naive is ''yes'': expected true or false'",
        "?workMillis=-1, 'workMillis is ''-1'': expected a whole number from 0 to 600000'",
        "?slow, 'the query has ''slow'': expected naive=true or workMillis=N'",
    })
    void aQueryThatIsNotAcceptedIsNamed(String query, String problem) throws Exception {
        HttpResponse<String> reply = service.post(query, "\"k\"", "{}");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains(problem);
        assertThat(service.performed()).isEmpty();
    }

    @Test
    void otherMethodsAreRefused() throws Exception {
        assertThat(service.request("PUT", "", "\"k\"", "{}").statusCode()).isEqualTo(405);
        assertThat(service.performed()).isEmpty();
    }

    @Test
    void nobodySignsForTheServiceAlsoBeforeAws() throws Exception {
        service.restartBeforeAws();

        assertThat(service.post("k", "{}").statusCode()).isEqualTo(200);
        assertThat(service.post("/more", "\"k\"", "{}").statusCode()).isEqualTo(403);
    }
}
