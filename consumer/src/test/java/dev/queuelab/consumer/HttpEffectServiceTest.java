package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.consumer.EffectService.Response;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service by HTTP is sent, and what its answers mean. */
@Timeout(120)
class HttpEffectServiceTest {
    private final HttpServerFixture server = new HttpServerFixture();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theKeyIsAHeaderAndTheBodySaysWhatIsAskedFor() {
        perform(service());

        assertThat(server.requests())
                .containsExactly(new HttpServerFixture.Request(
                        "POST",
                        "/effects",
                        "\"a\"",
                        "application/json",
                        "{\"id\":\"m\",\"key\":\"a\",\"payloadDigest\":\"digest\"}"));
    }

    @Test
    void underABusinessKeyTheBodyIsTheSameForEachMessageThatAsks() {
        perform(service("BUSINESS_IDEMPOTENCY_FIELD", "order_id"));

        assertThat(server.requests())
                .extracting(HttpServerFixture.Request::body)
                .containsExactly("{\"id\":\"m\",\"key\":\"a\"}");
    }

    @Test
    void aServiceThatIsNotGivenTheWorksNameGetsAnotherEachTime() {
        HttpEffectService service = service();
        service.perform("a", "m", "digest", false, Optional.empty());
        service.perform("a", "m", "digest", false, Optional.empty());

        assertThat(server.requests())
                .extracting(HttpServerFixture.Request::key)
                .doesNotHaveDuplicates()
                .doesNotContain("\"a\"");
    }

    @ParameterizedTest
    @CsvSource({"'', ?naive=true", "?tenant=7, ?tenant=7&naive=true"})
    void theNaiveServiceIsAskedForInTheUrl(String query, String asked) {
        perform(service("EFFECT_URL", server.url() + query, "EXTERNAL_SERVICE", "naive"));

        assertThat(server.requests()).extracting(HttpServerFixture.Request::uri).containsExactly("/effects" + asked);
    }

    @Test
    void aFencingTokenIsAHeader() {
        HttpEffectService service = service();
        service.perform("a", "m", "digest", true, Optional.of(7L));
        perform(service);

        assertThat(server.fencingTokens()).containsExactly("7", "");
    }

    @ParameterizedTest
    @CsvSource({"9, 9", "'', 8", "none, 8"})
    void aServiceThatHasSeenANewerTokenRefusesTheWork(String header, long newest) {
        server.answers(412, Map.of("Fencing-Token", header), "");

        assertThatThrownBy(() -> service().perform("a", "m", "digest", true, Optional.of(7L)))
                .isInstanceOfSatisfying(FencedException.class, e -> {
                    assertThat(e.step()).isEqualTo("performing the effect");
                    assertThat(e.token()).isEqualTo(7);
                    assertThat(e.newest()).isEqualTo(newest);
                });
    }

    @Test
    void theSameAnswerWithoutATokenIsAnErrorLikeAnother() {
        server.answers(412, "");

        assertThatThrownBy(() -> perform(service()))
                .isInstanceOf(StepFailedException.class)
                .isNotInstanceOf(FencedException.class);
    }

    @Test
    void anAnswerSaysHowOftenTheWorkWasDone() {
        server.answers(201, "{\"timesPerformed\":3}");

        assertThat(perform(service())).isEqualTo(new Response.Performed(3));
    }

    @Test
    void aServiceThatDoesNotCountHasDoneItOnce() {
        server.answers(202, "");

        assertThat(perform(service())).isEqualTo(new Response.Performed(1));
    }

    @Test
    void aReplayedAnswerIsOfWorkThatWasDoneBefore() {
        server.replays();

        assertThat(perform(service())).isInstanceOf(Response.Refused.class);
    }

    @Test
    void aServiceIsNotAskedWhatItHasDone() {
        assertThat(service().find("a")).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void aRequestThatIsRefusedIsTheMessagesFault(int status) {
        server.answers(status, "{\"detail\":\"no such\\n account\"}");

        assertThatThrownBy(() -> perform(service()))
                .isInstanceOfSatisfying(
                        InvalidMessageException.class,
                        e -> assertThat(e.reason())
                                .startsWith("the external service refuses it: EFFECT_URL answered " + status)
                                .contains("no such"));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void workThatIsInProgressFails() {
        server.answers(409, "{}");

        assertFailed(() -> perform(service()), "still in progress: EFFECT_URL answered 409");
    }

    @ParameterizedTest
    @ValueSource(ints = {304, 401, 403, 404, 429, 500, 503})
    void anyOtherAnswerFailsAndIsNamed(int status) {
        server.answers(status, "");

        assertFailed(() -> perform(service()), "EFFECT_URL answered " + status);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.answers(307, Map.of("Location", server.url()), "");

        assertFailed(() -> perform(service()), "EFFECT_URL answered 307");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aLostReplyFailsAndTheRequestIsNotRepeated(int bytes) {
        server.closesAfter(bytes);

        assertFailed(() -> perform(service()), "no reply from EFFECT_URL, so that the outcome is not known: ");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aReplyIsNotAwaitedForEver() {
        server.staysSilent();

        assertFailed(() -> perform(service("EFFECT_TIMEOUT_SECONDS", "0.1")), "outcome is not known: Read timed out");
    }

    @Test
    void aServiceThatIsNotThereFails() {
        server.close();

        assertFailed(() -> perform(service()), "outcome is not known: Connection refused");
    }

    @Test
    void aLongAnswerIsCutInTheReason() {
        server.answers(500, "x".repeat(100_000));

        assertThatThrownBy(() -> perform(service()))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    private static void assertFailed(ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StepFailedException.class, e -> {
            assertThat(e.step()).isEqualTo("performing the effect");
            assertThat(e).hasMessageContaining(reason);
        });
    }

    private HttpEffectService service(String... knobs) {
        return HttpEffectService.of(Samples.settings(withUrl(knobs)));
    }

    private String[] withUrl(String... knobs) {
        String[] all = new String[knobs.length + 4];
        all[0] = "EFFECT";
        all[1] = "http";
        all[2] = "EFFECT_URL";
        all[3] = server.url();
        System.arraycopy(knobs, 0, all, 4, knobs.length);
        return all;
    }

    private static Response perform(HttpEffectService service) {
        return service.perform("a", "m", "digest", true, Optional.empty());
    }
}
