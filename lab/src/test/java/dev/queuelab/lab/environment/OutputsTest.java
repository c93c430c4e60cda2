package dev.queuelab.lab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputsTest {
    private static final String STACK = """
            {"queue_url": "https://sqs.us-west-1.amazonaws.com/1/q", "dlq_arn": "arn:aws:sqs:us-west-1:1:dlq",
             "message_status_table": "status", "message_side_effects_table": "effects", ADDED}
            """;

    private static final String REGION = "\"aws_region\": {\"value\": \"us-west-1\"}";

    @Test
    void whatIsNullIsAbsent() {
        Stack stack = parse(
                REGION,
                "\"dlq_url\": null, \"fifo\": null, \"max_receive_count\": null, \"visibility_timeout\": null,"
                        + " \"receive_wait\": null",
                "null");

        assertThat(stack.fifo()).isFalse();
        assertThat(stack.dlqUrl()).isEmpty();
        assertThat(stack.declared().maxReceiveCount()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "aws_region": {}              | d.json: aws_region.value is missing: expected text such as "us-west-1"
                    "other": {}                   | d.json: aws_region.value is missing: expected text such as "us-west-1"
                    "aws_region": {"value": null} | d.json: aws_region.value is null: expected text such as "us-west-1"
                    """)
    void aMissingRegionIsNamedWithWhatIsExpected(String region, String sentence) {
        assertThatThrownBy(() -> parse(region, "\"fifo\": false", "null"))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage(sentence);
    }

    @Test
    void anEndpointsHostMayHaveAnUnderscore() {
        Outputs outputs = outputs(
                REGION,
                "\"fifo\": false",
                "{\"sqs\": \"http://my_emulator:4566\", \"dynamodb\": \"http://my_emulator:8000\"}");

        assertThat(outputs.endpoints().orElseThrow().sqs()).isEqualTo(URI.create("http://my_emulator:4566"));
    }

    @Test
    void anEndpointWithoutASchemeIsRefused() {
        assertThatThrownBy(() -> outputs(
                        REGION, "\"fifo\": false", "{\"sqs\": \"localhost:9324\", \"dynamodb\": \"localhost:8000\"}"))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContainingAll("endpoints.sqs", "'localhost:9324'", "expected a URL such as");
    }

    private static Stack parse(String region, String added, String endpoints) {
        return outputs(region, added, endpoints).stacks().values().iterator().next();
    }

    private static Outputs outputs(String region, String added, String endpoints) {
        return Outputs.parse(
                "{%s, \"scenarios\": {\"value\": {\"happy\": %s}}, \"endpoints\": {\"value\": %s}}"
                        .formatted(region, STACK.replace("ADDED", added), endpoints),
                "d.json");
    }
}
