package dev.queuelab.runner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.knob.KnobTable;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Control;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README lists what the code has: where a test here fails, what it expected is what to paste. */
class ReadmeTest {
    private static final Path PROJECT = Path.of("..");

    @Test
    void listsEveryKnob() throws IOException {
        assertThat(section("knobs")).isEqualTo(KnobTable.markdown().strip());
    }

    @Test
    void listsEveryScenarioWithItsClaimAndControls() throws IOException {
        String rows = Catalogue.all().stream()
                .map(entry -> "| `%s` | %s | %s | %s |"
                        .formatted(entry.name(), paceOf(entry), entry.claim(), controlsOf(entry)))
                .collect(Collectors.joining("\n"));

        assertThat(section("scenarios"))
                .isEqualTo(
                        "| Name | Pace | What it proves | Controls, and the check that each must break |\n|---|---|---|---|\n"
                                + rows);
    }

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

    private static String controlsOf(Catalogue.Entry entry) {
        return entry.create().get().controls().stream()
                .map(control -> control.name() + ": " + breaksOf(control))
                .collect(Collectors.joining("<br>"));
    }

    private static String breaksOf(Control control) {
        return control.breaks().stream().sorted().collect(Collectors.joining(", "));
    }

    private static String paceOf(Catalogue.Entry entry) {
        return entry.pace().name().toLowerCase(Locale.ROOT);
    }

    /** What stands between {@code <!-- name -->} and the next empty line. */
    private static String section(String name) throws IOException {
        String text = readme();
        int begin = text.indexOf("<!-- " + name + " -->");
        assertThat(begin).as("<!-- " + name + " --> in README.md").isNotNegative();
        String rest = text.substring(text.indexOf("\n", begin)).stripLeading();
        return rest.substring(0, rest.indexOf("\n\n")).strip();
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
