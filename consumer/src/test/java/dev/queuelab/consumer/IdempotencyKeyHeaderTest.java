package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdempotencyKeyHeaderTest {

    @ParameterizedTest
    @CsvSource({
        "biz:order_id:order-7, '\"biz:order_id:order-7\"'",
        "'a \"b\" \\c', '\"a \\\"b\\\" \\\\c\"'",
        "50%, '\"50%25\"'",
        "é, '\"%C3%A9\"'",
        "'a\nb\u007f', '\"a%0Ab%7F\"'",
        "😀, '\"%F0%9F%98%80\"'",
    })
    void aKeyIsQuotedPrintableText(String key, String value) {
        assertThat(IdempotencyKeyHeader.value(key)).isEqualTo(value);
    }

    @Test
    void differentKeysHaveDifferentValues() {
        assertThat(List.of("é", "%C3%A9", "%25C3%25A9", "\"", "\\\"", "%22", "a", "A"))
                .extracting(IdempotencyKeyHeader::value)
                .doesNotHaveDuplicates();
    }
}
