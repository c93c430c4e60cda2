package dev.queuelab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioOptionsTest {
    @Test
    void listsWhatWasGivenAndTheDefaultsOfTheRest() {
        assertThat(of("happy-purge-timing", "--offsets=0,1", "--purge-again"))
                .containsExactlyInAnyOrder("--offsets=0,1", "--window=60", "--each=3", "--purge-again");
        assertThat(of("backlog-drain", "--stale=2"))
                .contains("--stale=2", "--count=30")
                .noneMatch(option -> option.startsWith("--max-age"));
    }

    static List<String> names() {
        return Catalogue.all().stream().map(Catalogue.Entry::name).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void setTheSameScenarioAgain(String name) {
        List<String> options = of(name);

        assertThat(of(name, options.toArray(String[]::new))).isEqualTo(options);
    }

    private static List<String> of(String name, String... arguments) {
        Scenario scenario = Catalogue.find(name).orElseThrow().create().get();
        return ScenarioOptions.of(ScenarioOptions.set(scenario, List.of(arguments)));
    }
}
