package dev.queuelab.consumer;

import static dev.queuelab.consumer.FakeDynamoDb.EFFECTS;
import static dev.queuelab.consumer.FakeDynamoDb.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.queuelab.consumer.EffectService.Response;
import dev.queuelab.consumer.StatusStore.Start;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.knob.ExternalService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a consumer does too late, once another has claimed its message, is refused by both tables, on record. */
class FencingTest {
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final ConsumerFixture fixture = new ConsumerFixture();

    @Test
    void aLateCompletionIsRefused() {
        LeaseTable zombie = table("zombie/1", true);
        Start claim = (Start) zombie.start("a", "digest");
        takeOver();

        assertThatThrownBy(() -> zombie.complete("a", claim.lease()))
                .isInstanceOfSatisfying(FencedException.class, e -> {
                    assertThat(e.step()).isEqualTo("recording the completion");
                    assertThat(e)
                            .hasMessage(
                                    "another process has claimed the message since: this one has fencing token 1, the newest is 2");
                });
        assertThat(fixture.dynamoDb.row(STATUS, "a"))
                .containsEntry("status", fromS("STARTED"))
                .containsEntry("lease_owner", fromS("heir/1"));
    }

    @Test
    void withoutFencingALateCompletionEndsTheOthersClaim() {
        LeaseTable zombie = table("zombie/1", false);
        Start claim = (Start) zombie.start("a", "digest");
        takeOver();

        zombie.complete("a", claim.lease());

        assertThat(fixture.dynamoDb.row(STATUS, "a")).containsEntry("status", fromS("COMPLETED"));
    }

    @Test
    void aCompletionInTimeMayBeRepeated() {
        LeaseTable owner = table("owner/1", true);
        Start claim = (Start) owner.start("a", "digest");
        fixture.dynamoDb.loseReplies();

        owner.complete("a", claim.lease());

        assertThat(fixture.dynamoDb.row(STATUS, "a")).containsEntry("status", fromS("COMPLETED"));
    }

    @ParameterizedTest
    @EnumSource(ExternalService.class)
    void aServiceThatHasSeenANewerTokenRefusesTheLateEffect(ExternalService manner) {
        SideEffectsTable service = service(manner);
        perform(service, 2);

        assertThatThrownBy(() -> perform(service, 1))
                .isInstanceOfSatisfying(
                        FencedException.class,
                        e -> assertThat(List.of(e.token(), e.newest())).containsExactly(1L, 2L));
        assertThat(fixture.dynamoDb.timesPerformed("a")).isEqualTo(1);
        assertThat(fixture.dynamoDb.row(EFFECTS, "a")).containsEntry("fencing_token", fromN("2"));
    }

    @Test
    void aNaiveServiceRefusesNeitherTheSameTokenNorANewerOne() {
        SideEffectsTable service = service(ExternalService.NAIVE);

        assertThat(perform(service, 1)).isEqualTo(new Response.Performed(1));
        assertThat(perform(service, 1)).isEqualTo(new Response.Performed(2));
        assertThat(perform(service, 2)).isEqualTo(new Response.Performed(3));
    }

    @Test
    void whatAnEarlierClaimHasDoneIsFoundDone() {
        SideEffectsTable service = service(ExternalService.IDEMPOTENT);
        perform(service, 1);

        assertThat(perform(service, 2)).isInstanceOf(Response.Refused.class);
    }

    @Test
    void aRepetitionThatMeetsItsOwnFirstTryIsItsPerformance() {
        fixture.dynamoDb.loseReplies();

        assertThat(perform(service(ExternalService.IDEMPOTENT), 1)).isEqualTo(new Response.Performed(1));
    }

    @Test
    void aLateEffectIsRecordedAndTheMessageLeftAlone() {
        fixture.dynamoDb.before("perform", () -> {
            takeOver();
            fixture.dynamoDb.recover();
            perform(service(ExternalService.NAIVE), 2);
        });

        run("FENCING", "1");

        assertThat(fixture.facts.kinds())
                .containsExactly("Received", "LeaseHeld", "EffectAttempted", "Fenced", "Failed");
        assertThat(fixture.facts.all(Event.Fenced.class))
                .containsExactly(new Event.Fenced("a", "performing the effect", 1, 2));
        assertThat(fixture.calls).doesNotContain("complete a", "delete a");
    }

    @Test
    void aLateCompletionIsRecordedAndTheMessageLeftAlone() {
        fixture.dynamoDb.before("complete", this::takeOver);

        run("FENCING", "1");

        assertThat(fixture.facts.all(Event.Fenced.class))
                .containsExactly(new Event.Fenced("a", "recording the completion", 1, 2));
        assertThat(fixture.calls).doesNotContain("delete a");
    }

    @Test
    void withoutFencingTheLateEffectIsPerformedAgain() {
        fixture.dynamoDb.before("perform", () -> {
            takeOver();
            fixture.dynamoDb.recover();
            perform(service(ExternalService.NAIVE), 2);
        });

        run();

        assertThat(fixture.dynamoDb.timesPerformed("a")).isEqualTo(2);
        assertThat(fixture.dynamoDb.row(STATUS, "a")).containsEntry("status", fromS("COMPLETED"));
    }

    private void run(String... fencing) {
        fixture.queue.gives("a");
        String[] knobs = {
            "LEASE_SECONDS", "10", "MESSAGE_STATUS_TABLE", STATUS, "EXTERNAL_SERVICE", "naive",
        };
        String[] all = List.of(List.of(knobs), List.of(fencing)).stream()
                .flatMap(List::stream)
                .toArray(String[]::new);
        fixture.run(all);
    }

    private void takeOver() {
        fixture.clock.letPass(LENGTH);
        assertThat(table("heir/1", true).start("a", "digest")).isInstanceOf(Start.class);
    }

    private static Response perform(SideEffectsTable service, long token) {
        return service.perform("a", "a", "digest", true, Optional.of(token));
    }

    private SideEffectsTable service(ExternalService manner) {
        return new SideEffectsTable(fixture.dynamoDb, EFFECTS, manner, fixture.clock);
    }

    private LeaseTable table(String name, boolean fenced) {
        return new LeaseTable(fixture.dynamoDb, STATUS, new Lease.Terms(name, LENGTH, fenced), fixture.clock);
    }
}
