package dev.queuelab.report.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.lab.runstore.BuildInfo;
import dev.queuelab.report.results.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceMatrixTest {
    private static final Path SAMPLES = Path.of("src/test/resources/dev/queuelab/report/matrix");
    private static final Path ADAPTERS = SAMPLES.resolve("adapters");
    private static final Path RESULTS = SAMPLES.resolve("results");
    private static final BuildInfo BUILD = new BuildInfo("1", "abc");

    @TempDir
    private Path temp;

    @Test
    void looksLikeItsGoldenFiles() throws IOException {
        ConformanceMatrix matrix = ConformanceMatrix.read(ADAPTERS, RESULTS);

        Golden.assertIs(matrix.markdown(), "conformance.md");
        Golden.assertIs(matrix.json(), "conformance.json");
    }

    @Test
    void eachCellLinksToFactsThatAreThere() {
        String page = ConformanceMatrix.read(ADAPTERS, RESULTS).markdown();

        assertThat(page.lines().filter(line -> line.startsWith("| `")).flatMap(ConformanceMatrixTest::links))
                .hasSize(7)
                .allSatisfy(anchor -> assertThat(page).contains("<a id=\"" + anchor + "\"></a>"));
    }

    @Test
    void neitherFoldersNorLastLinesOfThisMachineAreShown() {
        ConformanceMatrix matrix = ConformanceMatrix.read(ADAPTERS, RESULTS);

        assertThat(matrix.markdown() + matrix.json()).doesNotContain("/somewhere", "/home");
    }

    @Test
    void whatThisBuildHasPlayedToTheEndIsNotPlayedAgain() {
        assertThat(ConformanceMatrix.missing(ADAPTERS, RESULTS, BUILD))
                .extracting(Column::command)
                .containsExactly("conformance/alpha/run --hardened", "conformance/beta-1.0/run");
    }

    @Test
    void whatAnAdapterDoesNotDoIsAnOptionOfItsPlay() {
        assertThat(ConformanceMatrix.missing(ADAPTERS, temp, BUILD))
                .extracting(Column::options)
                .containsExactly("--without=versions,lease", "--without=versions,lease", "");
    }

    @Test
    void whatAnotherBuildHasPlayedIs() {
        assertThat(ConformanceMatrix.missing(ADAPTERS, RESULTS, new BuildInfo("1", "def")))
                .extracting(Column::id)
                .containsExactly("alpha", "alpha-hardened", "beta-1.0");
    }

    @Test
    void aFileThatHasNoResultsIsNamed() throws IOException {
        Files.writeString(temp.resolve("alpha.json"), "{\"plays\":[{\"scenario\":\"dup\",\"verdict\":\"GOOD\"}]}");

        assertThatThrownBy(() -> ConformanceMatrix.read(ADAPTERS, temp))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("alpha.json has no results of conformance: 'GOOD' is no verdict");
    }

    private static Stream<String> links(String line) {
        return Pattern.compile("\\]\\(#([^)]+)\\)").matcher(line).results().map(match -> match.group(1));
    }
}
