package dev.queuelab.lab.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForeignVariablesTest {
    private static final ChildEnvironment CONTRACT =
            new ChildEnvironment(Set.of("AWS_PROFILE"), Map.of("QUEUE_URL", "http://q/1", "AWS_REGION", "r$1"));

    @Test
    void theQueueHasAnotherNameAsWell() {
        ChildEnvironment all = new ForeignVariables(Map.of(), Optional.of("SQS_URL")).in(CONTRACT);

        assertThat(all.set())
                .containsEntry("SQS_URL", "http://q/1")
                .containsEntry("QUEUE_URL", "http://q/1")
                .containsEntry("AWS_REGION", "r$1");
        assertThat(all.removed()).containsExactly("AWS_PROFILE");
    }

    @Test
    void aValueMayReferToAVariableOfTheContract() {
        ForeignVariables more = new ForeignVariables(
                Map.of("WHERE", "{AWS_REGION}:{QUEUE_URL}", "JSON", "{\"a\": {OTHER}}"), Optional.empty());

        assertThat(more.in(CONTRACT).set())
                .containsEntry("WHERE", "r$1:http://q/1")
                .containsEntry("JSON", "{\"a\": {OTHER}}");
    }

    @Test
    void aVariableOfTheContractMayBeReplaced() {
        assertThat(new ForeignVariables(Map.of("AWS_REGION", "eu"), Optional.empty())
                        .in(CONTRACT)
                        .set())
                .containsEntry("AWS_REGION", "eu");
    }
}
