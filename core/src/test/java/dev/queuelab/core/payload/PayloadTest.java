package dev.queuelab.core.payload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

    @Test
    void aJsonObjectIsReadFieldByField() {
        Payload payload = Payload.parse("{\"id\":\"a\",\"n\":7,\"none\":null,\"list\":[1, 2]}");

        assertThat(payload.whyRaw()).isEmpty();
        assertThat(payload.text("id")).contains("a");
        assertThat(payload.text("n")).contains("7");
        assertThat(payload.text("list")).contains("[1,2]");
        assertThat(payload.text("none")).isEmpty();
        assertThat(payload.text("absent")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "{",
                "{\"id\":\"a\"",
                "{\"id\":\"a\"} and more",
                "{\"id\":\"a\",\"id\":\"b\"}",
                "[{\"id\":\"a\"}]",
                "\"id\"",
                "42",
                "null",
                "true",
                "\u0001\u0002\u0003",
                "NaN"
            })
    void anythingElseIsKeptAsRawTextWithAReason(String body) {
        Payload payload = Payload.parse(body);

        assertThat(payload.whyRaw()).isPresent();
        assertThat(payload.text("raw")).contains(body);
        assertThat(payload.text("id")).isEmpty();
    }

    @Test
    void aBodyNestedTooDeeplyIsRawText() {
        String body = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

        assertThat(Payload.parse(body).whyRaw().orElseThrow()).contains("nesting depth");
    }

    @Test
    void aBodyOfAMebibyteIsRead() {
        String text = "x".repeat(1024 * 1024 - 20);

        assertThat(Payload.parse("{\"id\":\"" + text + "\"}").text("id")).contains(text);
    }

    @Test
    void theReasonDoesNotQuoteTheBody() {
        assertThat(Payload.parse("{\"secret\" 1}").whyRaw().orElseThrow()).doesNotContain("secret");
    }

    @Test
    void theDigestIsThatOfTheWholeBody() {
        // echo -n '{}' | sha256sum
        assertThat(Payload.parse("{}").digest())
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }
}
