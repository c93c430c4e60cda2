package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void looksLikeItsGoldenFiles() throws IOException {
        Golden.assertIs(Markdown.summary(Sample.brokenOff()), "broken-off.md");
        Golden.assertIs(Markdown.summary(Sample.controls()), "controls-summary.md");
        Golden.assertIs(Markdown.controls(Sample.controls()), "controls.md");
    }

    @Test
    void whateverIsInAFindingTheTableKeepsItsColumns() {
        List<String> rows = Markdown.summary(Sample.brokenOff())
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList();

        assertThat(rows)
                .hasSize(2 + 4)
                .allSatisfy(row -> assertThat(row.split("(?<!\\\\)\\|", -1)).hasSize(1 + 7 + 1));
    }

    @Test
    void nothingInAFindingIsMarkup() {
        String line = Escapes.forMarkdown("`a` | <b>*c*</b>\n_d_ \\ \u001b[1m");

        assertThat(line).isEqualTo("\\`a\\` \\| &lt;b&gt;\\*c\\*&lt;/b&gt; \\_d\\_ \\\\ \\\\u001B\\[1m");
    }

    @Test
    void aRunInWhichAllPassedIsATableAndNoMore() {
        assertThat(Markdown.summary(Sample.whole()))
                .startsWith("\n\n### Queue Lab, run: 2 of 2 passed\n")
                .endsWith("|\n\n")
                .doesNotContain("\n- ");
    }

    @Test
    void casesAreATableForThoseWhoAnswerForThem() {
        assertThat(Markdown.summary(Sample.conformance()))
                .contains(
                        "How well the consumer is known: no play left evidence",
                        "**What the library answers for: 1 of 2 cases held, 1 not judged, 1 not applicable.**",
                        "**What the application answers for: 1 of 1 cases held.**",
                        "| handles/late-deletion | held | duplicate | wire |  |");
    }

    @Test
    void faultsAreListedWithTheRunThatMetThem() {
        assertThat(Markdown.summary(Sample.withFaults()))
                .endsWith("**Faults of the gateway, and how many calls each met.**\n\n- crash: reply-lost 3\n\n");
    }
}
