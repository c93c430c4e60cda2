package dev.queuelab.consumer;

import static dev.queuelab.consumer.FakeDynamoDb.EFFECTS;
import static dev.queuelab.consumer.FakeDynamoDb.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.queuelab.consumer.EffectService.Performance;
import dev.queuelab.consumer.EffectService.Response;
import dev.queuelab.consumer.StatusStore.ProcessingState;
import dev.queuelab.core.knob.ExternalService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the two tables make of DynamoDB's answers. */
class TablesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final FakeDynamoDb dynamoDb = new FakeDynamoDb(new ArrayList<>());
    private final StatusTable status = new StatusTable(dynamoDb, STATUS, CLOCK);

    @Test
    void theFirstStartDiffersFromLaterOnes() {
        assertThat(status.start("a", "digest").state()).isEqualTo(ProcessingState.FIRST_START);
        assertThat(status.start("a", "digest").state()).isEqualTo(ProcessingState.MAY_BE_DONE);
    }

    @Test
    void aStartAfterTheCompletionSaysSo() {
        status.start("a", "digest");

        status.complete("a", Optional.empty());

        assertThat(status.start("a", "digest").state()).isEqualTo(ProcessingState.COMPLETED);
    }

    @Test
    void theDigestOfTheFirstBodyStays() {
        assertThat(status.start("a", "first").firstDigest()).contains("first");
        assertThat(status.start("a", "second").firstDigest()).contains("first");
    }

    @Test
    void theServiceKnowsTheDigestOfTheBodyThatItDidTheWorkFor() {
        SideEffectsTable service = service(ExternalService.IDEMPOTENT);
        perform(service, true);

        assertThat(service.find("a")).contains(new Performance(Optional.of("digest")));
    }

    @Test
    void theServiceKnowsWhatItHasDone() {
        SideEffectsTable service = service(ExternalService.IDEMPOTENT);
        assertThat(service.find("a")).isEmpty();

        assertThat(perform(service, true)).isEqualTo(new Response.Performed(1));

        assertThat(service.find("a")).isPresent();
        assertThat(dynamoDb.row(EFFECTS, "a")).containsEntry("original_message_id", fromS("m"));
    }

    @Test
    void whatIsKnownOfAMessageOutlivesTheMessage() {
        status.start("a", "digest");
        perform(service(ExternalService.IDEMPOTENT), true);

        String expiry = Long.toString(Duration.ofDays(15).toSeconds()); // SQS keeps a message for up to 14 days
        assertThat(dynamoDb.row(STATUS, "a")).containsEntry("expires_at", fromN(expiry));
        assertThat(dynamoDb.row(EFFECTS, "a")).containsEntry("expires_at", fromN(expiry));
    }

    @Test
    void anIdempotentServiceRefusesWhatAnotherRequestHadDone() {
        SideEffectsTable service = service(ExternalService.IDEMPOTENT);
        perform(service, true);

        assertThat(perform(service, true)).isEqualTo(new Response.Refused(new Performance(Optional.of("digest"))));
        assertThat(dynamoDb.timesPerformed("a")).isEqualTo(1);
    }

    @Test
    void aRepetitionRefusedForOurOwnFirstTryIsOurPerformance() {
        dynamoDb.loseReplies();

        assertThat(perform(service(ExternalService.IDEMPOTENT), true)).isEqualTo(new Response.Performed(1));
        assertThat(dynamoDb.timesPerformed("a")).isEqualTo(1);
    }

    @Test
    void aNaiveServiceDoesTheWorkAgain() {
        SideEffectsTable service = service(ExternalService.NAIVE);
        perform(service, true);

        assertThat(perform(service, true)).isEqualTo(new Response.Performed(2));
    }

    @Test
    void aServiceThatIsNotGivenTheWorksNameDoesItAgain() {
        SideEffectsTable service = service(ExternalService.IDEMPOTENT);
        perform(service, true);

        assertThat(perform(service, false)).isEqualTo(new Response.Performed(2));
    }

    @ParameterizedTest
    @EnumSource(ExternalService.class)
    void anErrorIsNeverAnAnswer(ExternalService manner) {
        SideEffectsTable service = service(manner);
        dynamoDb.failAt("");

        assertUnavailable(() -> status.start("a", "digest"), "recording the start");
        assertUnavailable(() -> service.find("a"), "looking for the effect");
        assertUnavailable(() -> perform(service, true), "performing the effect");
        assertUnavailable(() -> status.complete("a", Optional.empty()), "recording the completion");
    }

    private static void assertUnavailable(ThrowingCallable call, String step) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StepFailedException.class, e -> {
            assertThat(e.step()).isEqualTo(step);
            assertThat(e).hasMessageMatching("table (status|effects)-table: the table is down");
        });
    }

    private SideEffectsTable service(ExternalService manner) {
        return new SideEffectsTable(dynamoDb, EFFECTS, manner, CLOCK);
    }

    private static Response perform(SideEffectsTable service, boolean onlyOnce) {
        return service.perform("a", "m", "digest", onlyOnce, Optional.empty());
    }
}
