package dev.queuelab.consumer;

import static dev.queuelab.consumer.StatusStore.ProcessingState.COMPLETED;
import static dev.queuelab.consumer.StatusStore.ProcessingState.MAY_BE_DONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.SkipReason;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two messages with one id: the second does not pass for a redelivery of the first without a word. */
class ChangedBodyTest {
    private static final Delivery FIRST = Samples.delivery("{\"id\":\"a\",\"work\":1}");
    private static final Delivery SECOND = Samples.delivery("{\"id\":\"a\",\"work\":2}");
    private static final Event CHANGED = new Event.BodyChanged(
            "a", "m-1", FIRST.payload().digest(), SECOND.payload().digest());
    private static final DeliveryOutcome REJECTED =
            new DeliveryOutcome.Rejected("its id is known with another body, and ON_CHANGED_BODY is reject");

    private final FakeTables tables = new FakeTables();
    private final Facts facts = new Facts();

    @Test
    void aRememberedIdWithAnotherBodyIsReportedAndTakenForTheSameMessage() {
        MessageHandler handler = handler("warn");
        handler.handle(FIRST);
        facts.all().clear();
        List<String> lines;

        try (LoggedLines log = LoggedLines.of(BodyCheck.class)) {
            assertThat(handler.handle(SECOND)).isEqualTo(new DeliveryOutcome.Skipped(SkipReason.REMEMBERED));
            lines = log.lines();
        }

        assertThat(facts.all()).containsExactly(CHANGED, new Event.Skipped("a", "a", SkipReason.REMEMBERED));
        assertThat(lines).singleElement().asString().startsWith("message a has another body");
    }

    @Test
    void aRememberedIdWithAnotherBodyIsRejectedIfSetSo() {
        MessageHandler handler = handler("reject");
        handler.handle(FIRST);
        facts.all().clear();

        assertThat(handler.handle(SECOND)).isEqualTo(REJECTED);
        assertThat(facts.all()).containsExactly(CHANGED);
    }

    @Test
    void theRejectedBodyIsNotTheOneThatIsRemembered() {
        MessageHandler handler = handler("reject");
        handler.handle(FIRST);
        handler.handle(SECOND);

        assertThat(handler.handle(FIRST)).isEqualTo(new DeliveryOutcome.Skipped(SkipReason.REMEMBERED));
    }

    @Test
    void theStatusTableKnowsTheFirstBodyToo() {
        tables.standing(COMPLETED).firstSeenWith(FIRST.payload().digest());

        assertThat(handler("warn").handle(SECOND)).isEqualTo(new DeliveryOutcome.Skipped(SkipReason.COMPLETED));
        assertThat(facts.all()).containsExactly(CHANGED, new Event.Skipped("a", "a", SkipReason.COMPLETED));

        facts.all().clear();
        assertThat(handler("reject").handle(SECOND)).isEqualTo(REJECTED);
        assertThat(facts.all()).containsExactly(CHANGED);
    }

    @Test
    void whatTheStatusTableKnowsIsRemembered() {
        tables.standing(COMPLETED).firstSeenWith(FIRST.payload().digest());
        MessageHandler handler = handler("warn");
        handler.handle(SECOND);
        facts.all().clear();

        handler.handle(FIRST);

        assertThat(facts.all()).containsExactly(new Event.Skipped("a", "a", SkipReason.REMEMBERED));
    }

    @Test
    void aStartedMessageWithAnotherBodyIsReportedBeforeItsWork() {
        tables.standing(MAY_BE_DONE).firstSeenWith(FIRST.payload().digest());

        handler("warn").handle(SECOND);

        assertThat(facts.kinds()).containsExactly("BodyChanged", "EffectAttempted", "EffectPerformed", "Completed");
    }

    @Test
    void aRejectedMessageIsNotWorkedOn() {
        tables.standing(MAY_BE_DONE).firstSeenWith(FIRST.payload().digest());

        assertThat(handler("reject").handle(SECOND)).isEqualTo(REJECTED);
        assertThat(tables.calls()).containsExactly("start a");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutAStatusTableTheServicesRecordIsCompared(boolean foundByLooking) {
        tables.doneFor(FIRST.payload().digest());
        if (foundByLooking) {
            tables.standing(MAY_BE_DONE);
        } else {
            tables.refusing();
        }

        assertThat(handler("warn").handle(SECOND)).isInstanceOf(DeliveryOutcome.Skipped.class);
        assertThat(facts.all()).contains(CHANGED);
        assertThat(handler("reject").handle(SECOND)).isEqualTo(REJECTED);
    }

    @Test
    void underABusinessKeyMessagesMayDiffer() {
        tables.standing(MAY_BE_DONE).doneFor("of another message");
        MessageHandler handler = handler("reject", "BUSINESS_IDEMPOTENCY_FIELD", "work");

        assertThat(handler.handle(SECOND)).isEqualTo(new DeliveryOutcome.Skipped(SkipReason.EFFECT_FOUND));
        assertThat(facts.kinds()).doesNotContain("BodyChanged");
    }

    @Test
    void theSameBodyIsNoMatter() {
        MessageHandler handler = handler("reject");
        tables.firstSeenWith(FIRST.payload().digest());
        handler.handle(FIRST);

        assertThat(handler.handle(FIRST)).isEqualTo(new DeliveryOutcome.Skipped(SkipReason.REMEMBERED));
        assertThat(facts.kinds()).doesNotContain("BodyChanged");
    }

    @Test
    void aRejectedOneStaysOnTheQueueAndTheHistorySaysWhy() {
        ConsumerFixture fixture = new ConsumerFixture();
        fixture.queue.gives("a").gives(List.of(FakeQueue.message("m-2", "{\"id\":\"a\",\"other\":true}")));

        RunSummary summary = fixture.run("ON_CHANGED_BODY", "reject");

        assertThat(summary.processed()).isEqualTo(1);
        assertThat(fixture.facts.kinds()).endsWith("Received", "BodyChanged", "Rejected");
        assertThat(fixture.calls).contains("delete a").doesNotContain("delete m-2");
    }

    @Test
    void anotherProcessFindsItInTheTable() {
        ConsumerFixture fixture = new ConsumerFixture();
        fixture.queue.gives("a");
        fixture.run("MESSAGE_LIMIT", "1");
        fixture.queue.gives(List.of(FakeQueue.message("m-2", "{\"id\":\"a\",\"other\":true}")));

        fixture.run("MESSAGE_LIMIT", "1");

        assertThat(fixture.facts.all(Event.BodyChanged.class)).hasSize(1);
        assertThat(fixture.calls).contains("delete m-2");
    }

    private MessageHandler handler(String onChangedBody, String... knobs) {
        String[] all = Stream.concat(Stream.of("ON_CHANGED_BODY", onChangedBody), Stream.of(knobs))
                .toArray(String[]::new);
        Settings settings = Samples.settings(all);
        return new MessageHandler(
                settings,
                facts,
                CrashPoints.of(settings, facts),
                tables.asTables(),
                tables.asClaims(),
                pause -> {},
                () -> Instant.EPOCH);
    }
}
