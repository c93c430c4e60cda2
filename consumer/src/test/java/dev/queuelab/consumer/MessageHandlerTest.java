package dev.queuelab.consumer;

import static dev.queuelab.consumer.Samples.delivery;
import static dev.queuelab.consumer.Samples.message;
import static dev.queuelab.consumer.StatusStore.ProcessingState.COMPLETED;
import static dev.queuelab.consumer.StatusStore.ProcessingState.MAY_BE_DONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check-before-doing protocol: which calls are made, in which order, and what the history says of them. */
class MessageHandlerTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final FakeTables tables = new FakeTables();
    private final Facts facts = new Facts();
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void aFirstDeliveryIsStartedPerformedAndCompletedWithoutALook() {
        handler().handle(message("a"));

        assertThat(tables.calls()).containsExactly("start a", "perform a once", "complete a");
        assertThat(facts.all())
                .containsExactly(
                        new Event.EffectAttempted("a", "a"),
                        new Event.EffectPerformed("a", "a", 1),
                        new Event.Completed("a"));
    }

    @Test
    void aSecondStartLooksBeforeItPerforms() {
        tables.standing(MAY_BE_DONE);

        handler().handle(message("a"));

        assertThat(tables.calls()).containsExactly("start a", "look a", "perform a once", "complete a");
    }

    @Test
    void anEffectThatIsFoundIsNotPerformedAgainButCompleted() {
        tables.standing(MAY_BE_DONE).done();

        handler().handle(message("a"));

        assertThat(tables.calls()).containsExactly("start a", "look a", "complete a");
        assertThat(facts.all())
                .containsExactly(new Event.Skipped("a", "a", SkipReason.EFFECT_FOUND), new Event.Completed("a"));
    }

    @Test
    void anEffectThatTheServiceRefusesIsSkippedAndCompleted() {
        tables.refusing();

        handler().handle(message("a"));

        assertThat(tables.calls()).containsExactly("start a", "perform a once", "complete a");
        assertThat(facts.all())
                .containsExactly(
                        new Event.EffectAttempted("a", "a"),
                        new Event.Skipped("a", "a", SkipReason.EFFECT_REFUSED),
                        new Event.Completed("a"));
    }

    @Test
    void aCompletedMessageNeedsNothingMore() {
        tables.standing(COMPLETED);

        handler().handle(message("a"));

        assertThat(tables.calls()).containsExactly("start a");
        assertThat(facts.all()).containsExactly(new Event.Skipped("a", "a", SkipReason.COMPLETED));
    }

    @Test
    void aMessageThatThisProcessCompletedMakesNoCalls() {
        MessageHandler handler = handler();
        handler.handle(message("a"));
        tables.calls().clear();

        handler.handle(message("a"));

        assertThat(tables.calls()).isEmpty();
        assertThat(facts.all()).last().isEqualTo(new Event.Skipped("a", "a", SkipReason.REMEMBERED));
    }

    @Test
    void aMessageFoundCompletedIsRememberedToo() {
        tables.standing(COMPLETED);
        MessageHandler handler = handler();
        handler.handle(message("a"));
        tables.calls().clear();

        handler.handle(message("a"));

        assertThat(tables.calls()).isEmpty();
    }

    @Test
    void withoutACacheEveryDeliveryAsksTheTables() {
        MessageHandler handler = handler("IDEMPOTENCY_CACHE_SIZE", "0");
        handler.handle(message("a"));
        tables.standing(COMPLETED).calls().clear();

        handler.handle(message("a"));

        assertThat(tables.calls()).containsExactly("start a");
    }

    @Test
    void withoutIdempotencyEveryDeliveryPerformsWithoutNamingTheWork() {
        tables.standing(COMPLETED).done();
        MessageHandler handler = handler("IDEMPOTENCY", "none");
        handler.handle(message("a"));

        handler.handle(message("a"));

        List<String> each = List.of("start a", "perform a again and again", "complete a");
        assertThat(tables.calls()).containsExactlyElementsOf(twice(each));
    }

    @Test
    void underABusinessKeyAnotherMessageMayHaveDoneTheWorkSoEvenAFirstStartLooks() {
        MessageHandler handler = handler("BUSINESS_IDEMPOTENCY_FIELD", "order_id");

        handler.handle(delivery("{\"id\":\"a\",\"order_id\":\"o-7\"}"));

        assertThat(tables.calls())
                .containsExactly("start a", "look biz:order_id:o-7", "perform biz:order_id:o-7 once", "complete a");
        assertThat(facts.all()).contains(new Event.EffectPerformed("a", "biz:order_id:o-7", 1));
    }

    @Test
    void anIdThatReadsLikeItsBusinessKeySparesNoLook() {
        MessageHandler handler = handler("BUSINESS_IDEMPOTENCY_FIELD", "order_id");

        handler.handle(delivery("{\"id\":\"biz:order_id:o-7\",\"order_id\":\"o-7\"}"));

        assertThat(tables.calls()).contains("look biz:order_id:o-7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\"}",
                "{\"id\":\"a\",\"order_id\":null}",
                "no object at all",
                "{\"id\":\"a\",\"order_id\":\"\\ud800\"}"
            })
    void aMessageWithoutAUsableBusinessKeyIsRejectedBeforeAnyCall(String body) {
        MessageHandler handler = handler("BUSINESS_IDEMPOTENCY_FIELD", "order_id");

        assertThat(handler.handle(delivery(body))).isInstanceOf(DeliveryOutcome.Rejected.class);
        assertThat(tables.calls()).isEmpty();
    }

    @Test
    void aMessageWithTheMarkerIsRejectedBeforeAnyCall() {
        MessageHandler handler = handler("REJECT_PAYLOAD_MARKER", "POISON");

        assertThat(handler.handle(delivery("{\"id\":\"a\",\"marker\":\"POISON\"}")))
                .isEqualTo(new DeliveryOutcome.Rejected("its body contains POISON"));
        assertThat(tables.calls()).isEmpty();
    }

    @Test
    void aSlowServiceIsWaitedForBeforeTheEffectIsAttempted() {
        MessageHandler handler = new MessageHandler(
                Samples.settings("SIDE_EFFECT_DELAY_SECONDS", "2.5"),
                facts,
                noCrash(),
                tables.asTables(),
                tables.asClaims(),
                duration -> {
                    pauses.add(duration);
                    assertThat(facts.kinds()).containsExactly("EffectAttempted");
                },
                () -> NOW);

        handler.handle(message("a"));

        assertThat(pauses).containsExactly(Duration.ofMillis(2_500));
    }

    @Test
    void aDelayBeforeTheCompletionComesAfterTheEffect() {
        MessageHandler handler = new MessageHandler(
                Samples.settings("COMPLETION_DELAY_SECONDS", "1.5"),
                facts,
                noCrash(),
                tables.asTables(),
                tables.asClaims(),
                duration -> {
                    pauses.add(duration);
                    boolean afterEffect = facts.kinds().contains("EffectPerformed");
                    assertThat(duration).isEqualTo(Duration.ofMillis(afterEffect ? 1_500 : 0));
                },
                () -> NOW);

        handler.handle(message("a"));

        assertThat(pauses).hasSize(2);
        assertThat(tables.calls()).endsWith("complete a");
    }

    @Test
    void aStaleMessageThatNobodyCanHaveBegunExpiresBeforeAnyCall() {
        MessageHandler handler = handler("MAX_MESSAGE_AGE_SECONDS", "2.5");

        assertThat(handler.handle(delivered(1, Duration.ofMillis(2_501))))
                .isEqualTo(new DeliveryOutcome.Expired(Duration.ofMillis(2_501)));
        assertThat(tables.calls()).isEmpty();
        assertThat(facts.all()).isEmpty();
    }

    @Test
    void aStaleMessageThatWasBegunIsLookedForAndExpiresOnlyIfItWasNotDone() {
        tables.standing(MAY_BE_DONE);
        MessageHandler handler = handler("MAX_MESSAGE_AGE_SECONDS", "2.5");

        assertThat(handler.handle(delivered(2, Duration.ofSeconds(3))))
                .isEqualTo(new DeliveryOutcome.Expired(Duration.ofSeconds(3)));
        assertThat(tables.calls()).containsExactly("start a", "look a");

        tables.done().calls().clear();
        handler.handle(delivered(2, Duration.ofSeconds(3)));
        assertThat(tables.calls()).containsExactly("start a", "look a", "complete a");
    }

    @ParameterizedTest
    @CsvSource({"2.5, 2500", "0, 1209600000", "0.0, 1"})
    void aMessageWithinTheLimitIsPerformed(String limit, long ageMillis) {
        handler("MAX_MESSAGE_AGE_SECONDS", limit).handle(delivered(1, Duration.ofMillis(ageMillis)));

        assertThat(tables.calls()).contains("perform a once");
    }

    @Test
    void aMessageWhoseQueueDoesNotTellWhenItWasSentIsNeverTooOld() {
        handler("MAX_MESSAGE_AGE_SECONDS", "2.5").handle(delivery("{\"id\":\"a\"}", 1, Instant.EPOCH));

        assertThat(tables.calls()).contains("perform a once");
    }

    @Test
    void underItsMessageIdTheHistoryStillCallsTheMessageByTheIdInItsPayload() {
        handler("IDENTITY", "message-id").handle(message("a"));

        assertThat(tables.calls()).containsExactly("start m-1", "perform m-1 once", "complete m-1");
        assertThat(facts.all())
                .containsExactly(
                        new Event.EffectAttempted("a", "m-1"),
                        new Event.EffectPerformed("a", "m-1", 1),
                        new Event.Completed("a"));
    }

    @Test
    void anIdThatCannotBeUsedDoesNotMatterWhereTheMessageIdIs() {
        handler("IDENTITY", "message-id").handle(delivery("{\"id\":[]}"));

        assertThat(tables.calls()).contains("perform m-1 once");
    }

    private static Delivery delivered(int receiveCount, Duration age) {
        return delivery("{\"id\":\"a\"}", receiveCount, NOW.minus(age));
    }

    private MessageHandler handler(String... knobs) {
        return new MessageHandler(
                Samples.settings(knobs),
                facts,
                noCrash(),
                tables.asTables(),
                tables.asClaims(),
                pauses::add,
                () -> NOW);
    }

    private CrashPoints noCrash() {
        return CrashPoints.of(Samples.settings(), facts);
    }

    private static List<String> twice(List<String> lines) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(lines);
        return all;
    }
}
