package dev.queuelab.runner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.scenarios.kit.Catalogue;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenarios and the list of stacks belong together, both ways. */
class StacksTest {
    private Set<String> keys = Set.of();

    @BeforeEach
    void readTheList() throws IOException {
        Map<?, ?> list = new ObjectMapper().readValue(new File("../terraform/scenarios.json"), Map.class);
        keys = list.keySet().stream().map(String.class::cast).collect(Collectors.toSet());
    }

    @Test
    void everyScenarioHasAStack() {
        assertThat(Catalogue.all())
                .isNotEmpty()
                .allSatisfy(entry ->
                        assertThat(entry.stackAmong(keys)).as(entry.name()).isPresent());
    }

    @Test
    void everyStackHasAScenario() {
        Set<String> used = Catalogue.all().stream()
                .map(entry -> entry.stackAmong(keys))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());

        assertThat(keys).isEqualTo(used);
    }
}
