package dev.queuelab.runner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.scenarios.cases.Cases;
import dev.queuelab.scenarios.kit.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of {@code conformance/} is an adapter that anybody can install again as it is. */
class AdaptersTest {
    private static final Path FOLDER = Path.of("../conformance");
    private static final String OURS = "queue-lab";
    private static final List<String> LOCKS = List.of("package-lock.json", "requirements.lock", "dependencies.lock");
    private static final int LONGEST_README = 12;

    @Test
    void thereAreAdaptersOfAtLeastEightLibraries() throws IOException {
        assertThat(adapters()).hasSizeGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void hasAProgramAndSaysWhatIsSet(Path adapter) throws IOException {
        JsonNode about = about(adapter);
        String readme = Files.readString(adapter.resolve("README.md"));

        assertThat(adapter.resolve("run")).isExecutable();
        assertThat(readme.lines()).hasSizeLessThanOrEqualTo(LONGEST_README);
        assertThat(about.path("variants").has("default")).isTrue();
        about.path("variants").forEach(sets -> assertThat(readme).contains(sets.asText()));
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void itsLockFileHasTheVersionThatItClaims(Path adapter) throws IOException {
        if (!adapter.endsWith(OURS)) {
            Path lock = LOCKS.stream()
                    .map(adapter::resolve)
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            String version = about(adapter).path("version").asText();

            assertThat(Files.readString(lock)).containsPattern("(==|:jar:|\"version\": \")" + Pattern.quote(version));
        }
    }

    /** Ranges, such as {@code ^1.2} or {@code [1,2)}, and versions that are not named. */
    @ParameterizedTest
    @MethodSource("adapters")
    void itAsksForExactVersions(Path adapter) throws IOException {
        for (Path file : files(adapter)) {
            String text = Files.readString(file);
            switch (String.valueOf(file.getFileName())) {
                case "package.json" ->
                    new ObjectMapper()
                            .readTree(text)
                            .path("dependencies")
                            .forEach(version -> assertThat(version.asText()).matches("\\d[\\w.]*"));
                case "requirements.in" ->
                    assertThat(text.lines()).allSatisfy(line -> assertThat(line).matches("[\\w-]+==[\\w.]+"));
                case "pom.xml" ->
                    assertThat(text).doesNotContainPattern("<version>[^<]*[\\[(,]|LATEST|RELEASE|SNAPSHOT");
                default -> {}
            }
        }
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void itNamesNoRegistry(Path adapter) throws IOException {
        for (Path file : files(adapter)) {
            assertThat(Files.readString(file))
                    .as("%s", file)
                    .doesNotContainPattern("registry\\.|pypi\\.|pythonhosted|repo1?\\.maven|\"resolved\"");
        }
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void whatItIsWithoutIsWhatConformanceCallsIt(Path adapter) throws IOException {
        about(adapter)
                .path("without")
                .forEach(label -> assertThat(Need.of(label.asText())).isPresent());
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void itsReportsBelongToAVariantAndHaveAnAddress(Path adapter) throws IOException {
        JsonNode about = about(adapter);

        about.path("reports").forEach(report -> {
            assertThat(report.path("variants")).isNotEmpty();
            report.path("variants")
                    .forEach(variant -> assertThat(about.path("variants").has(variant.asText()))
                            .isTrue());
            assertThat(report.path("rows")).isNotEmpty();
            report.path("rows")
                    .forEach(name -> assertThat(Cases.find(name.asText())).isPresent());
            assertThat(report.path("address").asText()).startsWith("https://github.com/");
        });
    }

    static List<Path> adapters() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("adapter.json")))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode about(Path adapter) throws IOException {
        return new ObjectMapper().readTree(Files.readString(adapter.resolve("adapter.json")));
    }

    /** Without what is installed. */
    private static List<Path> files(Path adapter) throws IOException {
        try (Stream<Path> files = Files.list(adapter)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
