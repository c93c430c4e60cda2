package dev.queuelab.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.gateway.call.EffectCall;
import dev.queuelab.gateway.history.CallFact;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that calls of the external service meet. */
@Timeout(120)
class EffectFaultsTest {
    private final EffectsFixture service = new EffectsFixture();

    @AfterEach
    void stop() {
        service.close();
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
}
