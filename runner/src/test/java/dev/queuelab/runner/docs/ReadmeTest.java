package dev.queuelab.runner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.kit.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README and the guides name exists. */
class ReadmeTest {
    private static final Path PROJECT = Path.of("..");

    @Test
    void theMakeTargetsItNamesExist() throws IOException {
        String makefile = Files.readString(PROJECT.resolve("Makefile"));
        List<String> named = Pattern.compile("\\bmake ([a-z]+(?:-[a-z]+)*)")
                .matcher(code(readme()))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();

        assertThat(named)
                .contains("scenario-happy", "test")
                .allSatisfy(target -> assertThat(makefile)
                        .containsPattern("(?m)^" + target.replaceAll("^scenario-.*", "scenario-%") + ":"));
    }

    @Test
    void theRunThatItShowsHasTheChecksOfThatScenario() throws IOException {
        List<String> shown = Pattern.compile("(?m)^  PASS      ([a-z -]+): ")
                .matcher(readme())
                .results()
                .map(match -> match.group(1))
                .toList();
        Catalogue.Entry dup = Catalogue.find("dup").orElseThrow();

        assertThat(ScenarioSections.set(dup).allChecks())
                .extracting(Check::name)
                .isEqualTo(shown);
    }

    @Test
    void theScenariosThatTheGuidesNameExist() throws IOException {
        List<String> names = Catalogue.all().stream().map(Catalogue.Entry::name).toList();
        String guides = Files.readString(PROJECT.resolve("docs/idempotency.md"))
                + Files.readString(PROJECT.resolve("docs/alternatives.md"));

        List<String> named = Pattern.compile("(?:make scenario-|runner\\.jar controls )([a-z-]+)")
                .matcher(guides)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();

        assertThat(named).hasSizeGreaterThan(5).isSubsetOf(names);
    }

    @Test
    void makeHelpListsEveryTarget() throws IOException {
        String makefile = Files.readString(PROJECT.resolve("Makefile"));
        List<String> rules = Pattern.compile("(?m)^([a-z][a-z%-]*):")
                .matcher(makefile)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(rules)
                .hasSizeGreaterThan(10)
                .allSatisfy(rule -> assertThat(makefile).containsPattern("(?m)^" + Pattern.quote(rule) + ":.*## \\S"));
    }

    private static String code(String markdown) {
        return Pattern.compile("`[^`]+`|```.*?```", Pattern.DOTALL)
                .matcher(markdown)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
    }

    private static String readme() throws IOException {
        return Files.readString(PROJECT.resolve("README.md"));
    }
}
