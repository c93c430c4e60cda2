package dev.queuelab.report.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.lab.runstore.BuildInfo;
import dev.queuelab.report.results.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceMatrixTest {
    private static final Path SAMPLES = Path.of("src/test/resources/dev/queuelab/report/matrix");
    private static final Path ADAPTERS = SAMPLES.resolve("adapters");
    private static final Path RESULTS = SAMPLES.resolve("results");
    private static final Adapter ALPHA = new Adapter("Alpha", "1", Map.of("default", ""), List.of(), List.of());
    private static final BuildInfo BUILD = new BuildInfo("1", "abc");

    @TempDir
    private Path temp;

    @Test
    void looksLikeItsGoldenFiles() throws IOException {
        ConformanceMatrix matrix = ConformanceMatrix.read(ADAPTERS, RESULTS);

        Golden.assertIs(matrix.markdown(), "conformance.md");
        Golden.assertIs(matrix.json(), "conformance.json");
        Golden.assertIs(facts(matrix, "conformance/alpha.md"), "conformance-alpha.md");
    }

    private static String facts(ConformanceMatrix matrix, String page) {
        return matrix.columnPages("conformance.md").getOrDefault(page, "");
    }

    @Test
    void eachLinkToFactsLeadsToSome() {
        ConformanceMatrix matrix = ConformanceMatrix.read(ADAPTERS, RESULTS);

        assertThat(links(matrix.markdown()))
                .hasSizeGreaterThan(5)
                .allSatisfy(link ->
                        assertThat(facts(matrix, link.page())).contains("<a id=\"" + link.anchor() + "\"></a>"));
    }

    @Test
    void aBreakHasAllFindingsOfItsCheckInItsOwnPlays() {
        String page = facts(ConformanceMatrix.read(ADAPTERS, RESULTS), "conformance/alpha.md");

        assertThat(page)
                .contains(
                        "work in hand finished: consumer-1 left a unfinished",
                        "message a: 1.0 s consumer-1 received it")
                .doesNotContain("message b", "of 3 messages");
    }

    @Test
    void foldersOfThisMachineAreNotShown() {
        ConformanceMatrix matrix = ConformanceMatrix.read(ADAPTERS, RESULTS);

        assertThat(matrix.markdown() + matrix.json() + matrix.columnPages("conformance.md"))
                .doesNotContain("/somewhere");
    }

    @Test
    void aColumnWithABreakThatNobodyLookedUpIsLeftOut() throws IOException {
        Path adapter = Files.createDirectories(temp.resolve("alpha"));
        Files.copy(ADAPTERS.resolve("alpha/adapter.json"), adapter.resolve("adapter.json"));
        Files.writeString(adapter.resolve("BROKEN.md"), "- `shutdown/*`: `stop()` does not wait.");

        ConformanceMatrix matrix = ConformanceMatrix.read(temp, RESULTS);

        assertThat(matrix.isEmpty()).isTrue();
        assertThat(matrix.leftOut().values()).containsExactly(List.of("idempotency/twice"));
    }

    @Test
    void whatIsLookedUpIsNamedOrAllOfItsKindIs() {
        Column column = new Column("alpha", "default", ALPHA, "`a/b` and `c/*`, but not a/d");

        assertThat(Stream.of("a/b", "c/d", "c/e").allMatch(column::isLookedUp)).isTrue();
        assertThat(Stream.of("a/d", "a/bb", "b/c", "cc/d").noneMatch(column::isLookedUp))
                .isTrue();
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
        Files.writeString(temp.resolve("alpha.json"), "{\"cases\":[{\"id\":\"a/b\",\"result\":\"good\"}]}");

        assertThatThrownBy(() -> ConformanceMatrix.read(ADAPTERS, temp))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("alpha.json has no results of conformance: 'good' is no result");
    }

    @Test
    void aFileWithoutCasesIsNoEmptyColumn() throws IOException {
        Files.writeString(temp.resolve("alpha.json"), "{}");

        assertThatThrownBy(() -> ConformanceMatrix.read(ADAPTERS, temp))
                .hasMessageContaining("alpha.json has no results of conformance: it has no cases");
    }

    private record Link(String page, String anchor) {}

    private static List<Link> links(String page) {
        return Pattern.compile("\\]\\(([^)#:]+)#([^)]+)\\)")
                .matcher(page)
                .results()
                .map(match -> new Link(match.group(1), match.group(2)))
                .toList();
    }
}
