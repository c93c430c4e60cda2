package dev.queuelab.core.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:9324", "https://localhost", "http://my_localstack:4566/", "http://[::1]:80"})
    void accepted(String url) {
        assertThat(EndpointUrl.parse(url)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:9324", "127.0.0.1", "ftp://localhost", "http://", "http:/x", "a b", "http://a b"})
    void refused(String text) {
        assertThatThrownBy(() -> EndpointUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'" + text + "' is not accepted", "http://127.0.0.1:9324");
    }

    @ParameterizedTest
    @CsvSource({
        "http://my_localstack:4566/,   http://10.0.0.7:4566/",
        "http://my_localstack,         http://10.0.0.7",
        "http://my-localstack:4566,    http://my-localstack:4566"
    })
    void aHostWithAnUnderscoreIsReachedByItsAddress(String url, String usable) throws UnknownHostException {
        InetAddress address = InetAddress.getByAddress(new byte[] {10, 0, 0, 7});

        assertThat(EndpointUrl.usable(URI.create(url), host -> address)).hasToString(usable);
    }

    @Test
    void aHostThatNobodyKnowsIsNamed() {
        URI url = URI.create("http://my_localstack:4566");

        assertThatThrownBy(() -> EndpointUrl.usable(url, host -> {
                    throw new UnknownHostException(host);
                }))
                .isInstanceOf(AwsSettingsException.class)
                .hasMessageContaining("no address of the host 'my_localstack' is known");
    }
}
