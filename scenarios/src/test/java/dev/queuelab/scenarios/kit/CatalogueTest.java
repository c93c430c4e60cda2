package dev.queuelab.scenarios.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Precondition;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.shortrun.Happy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CatalogueTest {
    static final class DupSideEffects {}

    static List<Catalogue.Entry> scenarios() {
        return Catalogue.all();
    }

    @Test
    void allScenariosAreFound() {
        assertThat(Catalogue.all())
                .hasSizeGreaterThanOrEqualTo(15)
                .extracting(Catalogue.Entry::name)
                .contains("happy", "crash", "dup", "poison")
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioExplainsItself(Catalogue.Entry entry) {
        Scenario scenario = scenario(entry);

        assertThat(entry.claim()).endsWith(".");
        assertThat(scenario.steps()).hasSizeGreaterThanOrEqualTo(2).allMatch(step -> step.endsWith("."));
        assertThat(scenario.allChecks())
                .extracting(Check::name)
                .hasSizeGreaterThanOrEqualTo(3)
                .doesNotHaveDuplicates();
        assertThat(scenario.allChecks()).extracting(Check::meaning).allMatch(meaning -> meaning.endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aControlTakesSomethingOutAndBreaksRequirementsOfItsScenario(Catalogue.Entry entry) {
        Scenario scenario = scenario(entry);
        Set<String> requirements = names(scenario, Requirement.class);
        Set<String> preconditions = names(scenario, Precondition.class);

        if (entry.pace() != Pace.CONFORMANCE) { // whose failures are other programs', of which tests have some
            assertThat(scenario.controls()).isNotEmpty();
        }
        assertThat(scenario.controls()).allSatisfy(control -> {
            assertThat(control.protection()).isNotEmpty();
            assertThat(control.breaks()).isNotEmpty().isSubsetOf(requirements);
            assertThat(control.needs().stream()).allMatch(preconditions::contains);
        });
        assertThat(scenario.controls()).extracting(Control::name).doesNotHaveDuplicates();
    }

    private static Set<String> names(Scenario scenario, Class<? extends Check> kind) {
        return Stream.concat(scenario.allChecks().stream(), Scenario.OF_RECORDED_CALLS.stream())
                .filter(kind::isInstance)
                .map(Check::name)
                .collect(Collectors.toSet());
    }

    private static Scenario scenario(Catalogue.Entry entry) {
        Scenario scenario = entry.create().get();
        new CommandLine(scenario).parseArgs();
        return scenario;
    }

    @Test
    void theCommandIsTheClassNameInKebabCase() {
        assertThat(Catalogue.nameOf(Happy.class)).isEqualTo("happy");
        assertThat(Catalogue.nameOf(DupSideEffects.class)).isEqualTo("dup-side-effects");
    }

    @ParameterizedTest
    @CsvSource({"dup, dup", "dup-side-effects, dup", "fifo-order, fifo-order", "fifo-order-x, fifo-order", "duplex, ''"
    })
    void theStackIsTheLongestKeyThatTheNameBeginsWith(String name, String key) {
        Catalogue.Entry entry = new Catalogue.Entry(name, "", Pace.SHORT, Happy::new);

        assertThat(entry.stackAmong(List.of("dup", "fifo", "fifo-order")))
                .isEqualTo(key.isEmpty() ? Optional.empty() : Optional.of(key));
    }
}
