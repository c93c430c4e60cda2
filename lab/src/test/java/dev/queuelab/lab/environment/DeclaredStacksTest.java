package dev.queuelab.lab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Pace;
import dev.queuelab.scenarios.kit.Scenario;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredStacksTest {
    private static List<Catalogue.Entry> entries(String... names) {
        return Arrays.stream(names)
                .map(name -> Catalogue.find(name).orElseThrow())
                .toList();
    }

    @Test
    void onlyTheStacksOfTheScenariosAreListed() throws JsonProcessingException {
        String list = DeclaredStacks.of(entries("happy", "dup-race", "dup", "fifo-order"))
                .orElseThrow();

        assertThat(new ObjectMapper().readTree(list))
                .isEqualTo(new ObjectMapper().readTree("{\"happy\":{},\"dup\":{},\"fifo-order\":{\"fifo\":true}}"));
    }

    @Test
    void everyScenarioHasAStack() {
        assertThat(Catalogue.all())
                .allSatisfy(entry -> assertThat(DeclaredStacks.of(List.of(entry)))
                        .as(entry.name())
                        .isPresent());
    }

    @Test
    void withoutAScenarioThereIsNoList() {
        Catalogue.Entry unknown = new Catalogue.Entry("of-no-stack", "claims nothing", Pace.SHORT, () -> {
            throw new AssertionError(Scenario.class);
        });

        assertThat(DeclaredStacks.of(List.of())).isEmpty();
        assertThat(DeclaredStacks.of(List.of(unknown))).isEmpty();
    }
}
