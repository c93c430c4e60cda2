package dev.queuelab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import dev.queuelab.gateway.call.EffectCall;
import dev.queuelab.gateway.effect.PerformedEffect;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.WireHistory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
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
    void otherMethodsAreRefused() throws Exception {
        assertThat(service.request("PUT", "", "\"k\"", "{}").statusCode()).isEqualTo(405);
        assertThat(service.performed()).isEmpty();
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
    void aLostReplyIsOfAnEffectThatIsPerformedOnce() throws Exception {
        service.restart("reply-lost:operations=PostEffect,times=1");

        assertThatThrownBy(() -> service.post("k", "{}")).isInstanceOf(IOException.class);
        HttpResponse<String> second = service.post("k", "{}");

        assertThat(second.headers().firstValue(EffectCall.REPLAYED)).contains("true");
        assertThat(service.facts())
                .filteredOn(CallFact.Performed.class::isInstance)
                .hasSize(1);
        assertThat(service.met()).containsExactly("reply-lost");
    }

    @Test
    void aLostRequestDoesNothing() throws Exception {
        service.restart("request-lost:resource=effects,times=1");

        assertThatThrownBy(() -> service.post("k", "{}")).isInstanceOf(IOException.class);

        assertThat(service.performed()).isEmpty();
        assertThat(service.post("k", "{}").headers().firstValue(EffectCall.REPLAYED))
                .isEmpty();
    }

    @Test
    void aConnectionMayCloseInTheMiddleOfTheReply() throws Exception {
        service.restart("connection-closed:operations=PostEffect");

        assertThatThrownBy(() -> service.post("k", "{}")).isInstanceOf(IOException.class);

        assertThat(service.timesPerformed("k")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"before, 0", "after, 1"})
    void aServerErrorComesBeforeTheWorkOrAfterIt(String when, int times) throws Exception {
        service.restart("server-error:operations=PostEffect,status=503,when=" + when);

        HttpResponse<String> reply = service.post("k", "{}");

        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.body()).contains("ServiceUnavailable");
        assertThat(service.timesPerformed("k")).isEqualTo(times);
    }

    @Test
    void aDelayHoldsTheCall() throws Exception {
        service.restart("delay:operations=PostEffect,when=before,millis=60000");
        CompletableFuture<HttpResponse<String>> reply = service.postLater("k", "{}");

        service.awaitDelay();
        assertThat(service.timesPerformed("k")).isEqualTo(1);
        assertThat(reply).isNotDone();
        service.endDelay();

        assertThat(reply.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefusalIsOfWhatTheRuleNames() throws Exception {
        service.restart("effect-refused:status=403,field=type,value=refund");

        assertThat(service.post("k", "{\"type\": \"refund\"}").statusCode()).isEqualTo(403);
        assertThat(service.performed()).isEmpty();
        assertThat(service.post("l", "{\"type\": \"charge\"}").statusCode()).isEqualTo(200);
        assertThat(service.met()).containsExactly("effect-refused");
    }

    @Test
    void aRefusalNeedsNoField() throws Exception {
        service.restart("effect-refused:times=1");

        assertThat(service.post("k", "{}").statusCode()).isEqualTo(422);
        assertThat(service.post("k", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void aSlowServiceTakesAsLongAsTheRuleSays() throws Exception {
        service.restart("effect-slow:millis=1234");
        service.post("k", "{}");

        assertThat(service.workMillis()).containsExactly(1234L);
    }

    @Test
    void aForgottenKeyIsNew() throws Exception {
        service.restart("effect-key-forgotten:after=1,times=1");
        service.post("k", "{}");

        assertThat(service.post("k", "{}").body()).isEqualTo("{\"timesPerformed\":2}");
        assertThat(service.post("k", "{}").body()).isEqualTo("{\"timesPerformed\":1}");
        assertThat(service.timesPerformed("k")).isEqualTo(2);
    }

    @Test
    void nobodySignsForTheServiceAlsoBeforeAws() throws Exception {
        service.restartBeforeAws();

        assertThat(service.post("k", "{}").statusCode()).isEqualTo(200);
        assertThat(service.post("/more", "\"k\"", "{}").statusCode()).isEqualTo(403);
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
}
