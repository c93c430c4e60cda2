package dev.queuelab.lab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerraformOutputsTest {
    private static final String ON_AN_EMULATOR = """
            {
              "endpoints": {"sensitive": false, "value": {"dynamodb": "http://d", "sqs": "http://s"}},
              "queue_url": {"sensitive": false, "type": "string", "value": "http://s/happy"}
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "Warning: a provider is old; run `touch pwned`\n%s",
                "{not a document}\n{\"value\": 1}\n{}\n%s",
                "%s\nWarning: Deprecated\n{\"queue_url\": {\"value\": \"http://elsewhere\"}}\n"
            })
    void wordsBeforeAndAfterDoNotMatter(String printed) {
        TerraformOutputs outputs =
                TerraformOutputs.find(printed.replace("%s", ON_AN_EMULATOR)).orElseThrow();

        assertThat(outputs.hasStacks()).isTrue();
        assertThat(outputs.endpoints()).contains("{\"dynamodb\":\"http://d\",\"sqs\":\"http://s\"}");
    }

    @Test
    void nothingMadeIsAnEmptyDocument() {
        TerraformOutputs outputs =
                TerraformOutputs.find("Warning: No outputs found\n{}\n").orElseThrow();

        assertThat(outputs.isEmpty()).isTrue();
        assertThat(outputs.hasStacks()).isFalse();
        assertThat(outputs.endpoints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Error", "{\"queue_url\": ", "[]", "{\"queue_url\": 1}", " {}"})
    void anythingElseIsNoDocument(String printed) {
        assertThat(TerraformOutputs.find(printed)).isEmpty();
    }
}
