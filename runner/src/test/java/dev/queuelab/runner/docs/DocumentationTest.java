package dev.queuelab.runner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation lists is generated from the code: {@code make docs} writes it, and this finds stale pages. */
class DocumentationTest {
    private static final Path PROJECT = Path.of("..");

    @Test
    void noPageIsStale() throws IOException {
        Map<String, String> sections = sections();
        List<Path> stale = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Page page : pages()) {
            used.addAll(page.parts());
            String generated = page.generated(sections);
            if (isToWrite()) {
                Files.writeString(page.file(), generated);
            }
            if (!page.text().equals(generated)) {
                stale.add(PROJECT.relativize(page.file()));
            }
        }

        assertThat(stale)
                .as("pages that no longer agree with the code; run: make docs")
                .isEmpty();
        assertThat(used).as("sections that some page shows").isEqualTo(sections.keySet());
    }

    @Test
    void theManualPageIsNotStale() throws IOException {
        Path file = PROJECT.resolve("docs/queue-lab.1");
        if (isToWrite()) {
            Files.writeString(file, ManPage.text());
        }

        assertThat(Files.readString(file))
                .as("the manual page no longer agrees with the code; run: make docs")
                .isEqualTo(ManPage.text())
                .contains(".B happy\n", ".B \\-\\-junit\\-xml FILE\n", ".SH EXIT STATUS");
    }

    private static boolean isToWrite() {
        return "write".equals(System.getProperty("queuelab.docs"));
    }

    private static List<Page> pages() throws IOException {
        try (Stream<Path> docs = Files.list(PROJECT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(PROJECT.resolve("README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .map(Page::new)
                    .toList();
        }
    }

    private static Map<String, String> sections() throws IOException {
        CommandSections commands = new CommandSections();
        ScenarioSections scenarios = new ScenarioSections(commands);
        ProjectSections project = new ProjectSections(PROJECT);
        return Map.ofEntries(
                Map.entry("scenarios", scenarios.overview()),
                Map.entry("checks-of-every-run", scenarios.checksOfEveryRun()),
                Map.entry("scenario-details", scenarios.details()),
                Map.entry("scenario-knobs", scenarios.knobs()),
                Map.entry("scenario-needs", ScenarioSections.needs()),
                Map.entry("cases", CaseSections.cases()),
                Map.entry("case-words", CaseSections.words()),
                Map.entry("commands", commands.commands()),
                Map.entry("options", commands.sharedOptions()),
                Map.entry("exit-codes", commands.exitCodes()),
                Map.entry("producer-flags", commands.producerFlags()),
                Map.entry("gateway-options", CommandSections.gatewayOptions()),
                Map.entry("faults", FaultSections.faults()),
                Map.entry("knobs", ScenarioSections.allKnobs()),
                Map.entry("make-targets", project.makeTargets()),
                Map.entry("terraform-variables", project.terraformVariables()));
    }
}
