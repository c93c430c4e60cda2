package dev.queuelab.gateway.signing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class CallSignerTest {

    @Test
    void aUserWithoutCredentialsIsToldWhatIsMissing() {
        CallSigner signer = new CallSigner(
                "us-west-1",
                () -> {
                    throw SdkClientException.create("Unable to load credentials from any of the providers");
                },
                Clock.systemUTC());

        assertThatThrownBy(() -> signer.sign(
                        Call.of(1, "client", "POST", "/", Headers.of(Map.of()), Body.of("{}")),
                        URI.create("https://sqs.us-west-1.amazonaws.com/")))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("there are no AWS credentials: set AWS_ACCESS_KEY_ID");
    }
}
