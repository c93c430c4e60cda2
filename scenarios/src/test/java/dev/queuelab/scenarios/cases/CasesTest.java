package dev.queuelab.scenarios.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.LivenessChecks;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Pace;
import dev.queuelab.scenarios.kit.Scenario;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CasesTest {
    static List<ConformanceCase> cases() {
        return Cases.all();
    }

    /** All but those that take minutes: they are about producers, purges and fleets. */
    static List<Catalogue.Entry> scenarios() {
        return Catalogue.all().stream()
                .filter(entry -> entry.pace() != Pace.LONG)
                .toList();
    }

    @Test
    void idsAreUniqueAndThereAreCasesOfEveryKind() {
        assertThat(Cases.all())
                .hasSizeGreaterThanOrEqualTo(40)
                .extracting(ConformanceCase::id)
                .doesNotHaveDuplicates();
        assertThat(Cases.all()).extracting(ConformanceCase::kind).contains(CaseKind.values());
        assertThat(Cases.all()).extracting(ConformanceCase::claim).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseSaysWhatMustHoldAndWhereThatIsKnownFrom(ConformanceCase one) {
        assertThat(one.id()).matches("[a-z]+(-[a-z]+)*/[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(one.claim()).matches("[A-Z].*\\.").doesNotContain(". ");
        assertThat(one.source().title()).isNotBlank();
        assertThat(URI.create(one.source().address())).hasScheme("https");
        assertThat(one.requirements()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(Cases.find(one.id())).contains(one);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsScenarioHasTheRequirementsThatJudgeIt(ConformanceCase one) {
        Catalogue.Entry entry = Catalogue.find(one.play()).orElseThrow();
        Set<String> known = one.scenario().isPresent() ? requirements(entry) : everywhere();

        assertThat(known).containsAll(one.requirements());
    }

    /** Nothing that fails is outside of the tables. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void everyRequirementOfAScenarioJudgesSomeCase(Catalogue.Entry entry) {
        Set<String> judged = Cases.judgedIn(entry.name()).stream()
                .flatMap(one -> Cases.requirements(one, entry.name()).stream())
                .collect(Collectors.toSet());

        assertThat(judged).containsAll(requirements(entry));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioHasCasesOfItsOwn(Catalogue.Entry entry) {
        if (!entry.name().equals("happy")) { // which is judged by the cases of every play
            assertThat(Cases.judgedIn(entry.name()))
                    .anyMatch(one -> one.scenario().isPresent());
        }
    }

    @Test
    void aCaseOfEveryPlayIsNotJudgedByWhatACaseOfTheScenarioIs() {
        ConformanceCase lost = Cases.find("acknowledgement/nothing-lost").orElseThrow();

        assertThat(Cases.requirements(lost, "happy")).containsExactly("nothing lost");
        assertThat(Cases.requirements(lost, "crash")).isEmpty();
        assertThat(Cases.requirements(
                        Cases.find("acknowledgement/not-before-the-work").orElseThrow(), "crash"))
                .containsExactly("nothing lost");
        assertThat(Cases.requirements(
                        Cases.find("acknowledgement/not-before-the-work").orElseThrow(), "happy"))
                .isEmpty();
    }

    private static Set<String> requirements(Catalogue.Entry entry) {
        Scenario scenario = entry.create().get();
        new CommandLine(scenario).parseArgs();
        return names(Stream.of(scenario.allChecks(), Scenario.OF_RECORDED_CALLS, LivenessChecks.ALL)
                .flatMap(List::stream));
    }

    private static Set<String> everywhere() {
        Set<String> all = new LinkedHashSet<>();
        Catalogue.all().forEach(entry -> all.addAll(requirements(entry)));
        return all;
    }

    private static Set<String> names(Stream<Check> checks) {
        return checks.filter(Requirement.class::isInstance).map(Check::name).collect(Collectors.toSet());
    }
}
