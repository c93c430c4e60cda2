package dev.queuelab.lab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedrivePolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"2", "\"2\""})
    void theCountMayBeANumberOrANumberAsText(String count) {
        RedrivePolicy policy =
                RedrivePolicy.parse("{\"deadLetterTargetArn\":\"arn:q\",\"maxReceiveCount\":" + count + "}");

        assertThat(policy).isEqualTo(new RedrivePolicy(2, "arn:q"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "no JSON", "{\"maxReceiveCount\":\"many\"}"})
    void whatTellsNoCountIsRefused(String attribute) {
        assertThatThrownBy(() -> RedrivePolicy.parse(attribute))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("redrive policy");
    }

    @Test
    void aPolicyThatDoesNotTellWhereToIsNoMatchForAnyQueue() {
        assertThat(RedrivePolicy.parse("{\"maxReceiveCount\":2}").deadLetterTargetArn())
                .isEmpty();
    }
}
