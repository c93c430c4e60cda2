package dev.queuelab.core.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointVariablesTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000", "ftp://localhost", "http://", "http://localhost:99999", "not a url", ""})
    void whatIsNoUrlIsNamedWithItsVariable(String url) {
        assertThat(EndpointVariables.problem("DYNAMODB", Map.of("AWS_ENDPOINT_URL_DYNAMODB", url)))
                .contains("AWS_ENDPOINT_URL_DYNAMODB=" + url
                        + " is not accepted: expected an http or https URL, such as http://localhost:8000");
    }

    @Test
    void theVariableForAllServicesCountsWhereAServiceHasNoneOfItsOwn() {
        Map<String, String> variables =
                Map.of("AWS_ENDPOINT_URL", "localhost:4566", "AWS_ENDPOINT_URL_SQS", "http://localhost:9324");

        assertThat(EndpointVariables.problem("SQS", variables)).isEmpty();
        assertThat(EndpointVariables.problem("DYNAMODB", variables))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("AWS_ENDPOINT_URL=localhost:4566 "));
    }

    @Test
    void aHostThatTheSdkCannotUseIsRefusedWithTheReason() {
        assertThat(EndpointVariables.problem("SQS", Map.of("AWS_ENDPOINT_URL_SQS", "http://queue_1:9324")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("queue_1", "underscore"));
    }

    @Test
    void withoutAVariableThereIsNoProblem() {
        assertThat(EndpointVariables.problem("SQS", Map.of())).isEmpty();
    }
}
