package dev.queuelab.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports as a browser shows them, opened from the disk. */
class ReportInBrowserIT {
    /** In the timeline, that is; the legend has samples of them that take no focus. */
    private static final String DELIVERY = "<g class=\"delivery [A-Z_ a-z]+\" tabindex";

    @TempDir
    private Path temp;

    private Optional<Chromium> chromium = Optional.empty();

    @BeforeEach
    void findTheBrowser() {
        chromium = Chromium.find(temp);
        assumeThat(chromium).as("chromium is installed").isPresent();
    }

    @Test
    void aPassingRunShowsItsLanesDeliveriesAndCharts() {
        Chromium.Opened page = open(report("passing"), "");

        assertThat(page.dom()).contains("consumer-1", "consumer-2", "producer-1");
        assertThat(page.count(DELIVERY)).isEqualTo(4);
        assertThat(page.count("class=\"delivery CRASHED\" tabindex")).isEqualTo(1);
        assertThat(page.count("<path class=\"redelivery\"")).isPositive();
        assertThat(page.dom()).contains("deleted, recovered");
        assertThat(page.count("class=\"effect\"")).isGreaterThanOrEqualTo(3);
        assertThat(page.count("<canvas")).as("charts").isEqualTo(4);
        assertThat(page.count("class=\"verdict PASS\"")).isGreaterThan(6);
        assertThat(page.dom()).containsSubsequence("purge-window", "survived", "&lt;/script&gt;");
    }

    @Test
    void aFailingControlShowsItsFindingAndTheEffectThatWasRepeated() {
        Chromium.Opened page = open(report("failing"), "");

        assertThat(page.dom()).contains("this control must break it", "performed more than once");
        assertThat(page.count("class=\"verdict FAIL\"")).isPositive();
        assertThat(page.count("class=\"effect repeated\"")).isPositive();
        assertThat(page.count("class=\"delivery DELETE_STALE\" tabindex")).isEqualTo(1);
    }

    @Test
    void aRunKilledHalfWayShowsWhatItHadRecorded() {
        Chromium.Opened page = open(report("killed"), "");

        assertThat(page.dom()).contains("NO VERDICT", "the run was killed, or is not over");
        assertThat(page.count(DELIVERY)).isEqualTo(6);
    }

    @Test
    void anAddressWithAMessageShowsItsEventsAcrossProcesses() {
        String id = SampleRuns.read("failing")
                .history()
                .all(Event.DeleteStale.class)
                .findFirst()
                .orElseThrow()
                .id();

        Chromium.Opened page = open(report("failing"), "#message=" + id);

        assertThat(page.dom()).containsSubsequence("class=\"message\"", id, "2 deliveries, 2 effects", "delete-stale");
        assertThat(page.count("class=\"delivery [A-Z_]+ highlighted selected\""))
                .isEqualTo(2);
        assertThat(page.count("<svg[^>]*class=\"has-highlight\"")).isEqualTo(1);
    }

    @Test
    void twoRunsAreShownSideBySide() {
        Path page = CompareReport.write(
                SampleRuns.folder("passing"), SampleRuns.folder("failing"), temp.resolve("compared.html"));

        Chromium.Opened opened = open(page, "");

        assertThat(opened.dom()).contains("A: crash", "B: dup, control no-idempotency");
        assertThat(opened.count(DELIVERY)).isEqualTo(10);
        assertThat(opened.count("<clipPath id=\"plot0\"")).isEqualTo(1);
        assertThat(opened.count("<clipPath id=\"plot1\"")).isEqualTo(1);
    }

    @Test
    void aRunOfWhichAlmostNothingIsLeftIsShown() throws IOException {
        Files.createDirectories(temp.resolve("runs/20260101-000000-crash/history"));

        Chromium.Opened page = open(RunReport.write(temp.resolve("runs/20260101-000000-crash")), "");

        assertThat(page.dom()).contains("NO VERDICT", "No step was recorded", "No check was made");
    }

    @Test
    void markupInAnIdIsShownAsText() throws IOException {
        Path run = Files.createDirectories(temp.resolve("nasty"));
        Files.createDirectories(run.resolve("history"));
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        try (HistoryFile history = HistoryFile.begin(run.resolve("history/consumer-1.jsonl"), "consumer-1", clock)) {
            history.record(new Event.Received(
                    "</script><img src=x onerror=document.title='struck'>", "m", 1, clock.instant(), null));
        }

        Chromium.Opened page = open(RunReport.write(run), "");

        assertThat(page.dom()).doesNotContain("<title>struck").contains("&lt;/script&gt;&lt;img src=x");
        assertThat(page.count("<img")).isZero();
    }

    @Test
    void keysAndPointerHighlightAMessageZoomAndFilter() throws IOException {
        Path page = report("failing");
        String script = Files.readString(Path.of("src/test/resources/dev/queuelab/report/page/interactions.js"));
        Files.writeString(page, Files.readString(page) + "<script>" + script + "</script>");

        Chromium.Opened opened = open(page, "");

        String results = opened.dom().substring(opened.dom().indexOf("<pre id=\"results\">"));
        assertThat(results)
                .containsSubsequence(
                        "tab stops: 1 of 6",
                        "after ArrowRight: second",
                        "after End: consumer-2",
                        "highlighted: 2, tip shown: true",
                        "message shown: true",
                        "zoomed: true, focus kept: true",
                        "whole again: true",
                        "tip: End: ",
                        "found: 1 of 3",
                        "performed again: 1 of 3",
                        "sorted by: Effects",
                        "dragged: true");
    }

    private Path report(String name) {
        return RunReport.write(SampleRuns.copy(name, temp));
    }

    private Chromium.Opened open(Path page, String fragment) {
        Chromium.Opened opened =
                chromium.orElseThrow().open(URI.create(page.toUri() + fragment).toString());
        assertThat(opened.console()).as("warnings of the browser").isEmpty();
        assertThat(opened.dom()).as("the script of the page ended").contains("data-ready=\"true\"");
        return opened;
    }
}
