package dev.queuelab.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryFile;
import dev.queuelab.core.trace.HistoryBuilder;
import dev.queuelab.report.CallsBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports as a browser shows them, opened from the disk. */
class ReportInBrowserIT {
    /** In the timeline, that is; the legend has samples of them that take no focus. */
    private static final String DELIVERY = "<g class=\"delivery [A-Z_ a-z]+\" tabindex";

    private static final String CALL = "<g class=\"call [a-z ]+\" tabindex";

    private static final String EMPTY_POLL = """
            {"event":"called","call":99,"at":"2026-11-27T06:24:00Z","process":"consumer-1","service":"SQS",\
            "operation":"ReceiveMessage","resource":"sqs-demo-dup","attempt":1}
            {"event":"replied","call":99,"at":"2026-11-27T06:24:01Z","status":200,"micros":1000000}
            """;

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
        assertThat(results(report("failing"), "interactions.js"))
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

    @Test
    void aRunThroughAGatewayShowsEachCallWhatWasLostAndWhichFaultMetWhichMessage() {
        Path page = report("faults");
        String id = SampleRuns.read("faults")
                .history()
                .all(Event.DeleteStale.class)
                .findFirst()
                .orElseThrow()
                .id();

        Chromium.Opened opened = open(page, "#message=" + id);

        assertThat(opened.count(CALL)).isEqualTo(29);
        assertThat(opened.count("tabindex[^>]*DeleteMessage[^>]*the reply was lost, fault reply-lost"))
                .isEqualTo(1);
        assertThat(opened.count("class=\"lost\"")).as("one, and the legend's").isEqualTo(2);
        assertThat(opened.count("class=\"way open\""))
                .as("one, and the legend's")
                .isEqualTo(2);
        assertThat(opened.count("class=\"event fault\""))
                .as("two, and the legend's")
                .isEqualTo(3);
        assertThat(opened.count("<td class=\"soft\">reply-lost met DeleteMessage, 1st try"))
                .as("among the message's events")
                .isEqualTo(1);
        assertThat(opened.dom())
                .containsSubsequence(
                        "<dt>Faults</dt><dd>2</dd>", "Spacetime view", "<h2>Faults</h2>", "reply-lost", id);
    }

    @Test
    void aRunWithoutAGatewayShowsNoneOfThis() {
        Chromium.Opened page = open(report("passing"), "");

        assertThat(page.dom().substring(page.dom().indexOf("<body"), page.dom().indexOf("id=\"data\"")))
                .doesNotContain("Spacetime", "Fault", "fault", "gateway");
        assertThat(page.count(CALL)).isZero();
    }

    @Test
    void aSuiteAndAComparisonCountFaults() throws IOException {
        Path runs = temp.resolve("runs");
        Path run = SampleRuns.copy("failing", runs);
        Files.copy(SampleRuns.folder("faults").resolve("calls.jsonl"), run.resolve("calls.jsonl"));

        assertThat(open(OverviewReport.write(runs), "").dom())
                .containsSubsequence("<th class=\"num\">Faults</th>", "<td class=\"num\">2</td>");
        assertThat(open(CompareReport.write(run, SampleRuns.folder("passing"), temp.resolve("compared.html")), "")
                        .dom())
                .contains("<td>Faults</td><td class=\"num\">2</td><td class=\"num\">–</td>");
    }

    @Test
    void ofFiftyThousandCallsTheArrowsAreFewAndThePageSaysWhatItLeavesOut() throws IOException {
        Path run = Files.createDirectories(temp.resolve("many"));
        Files.createDirectories(run.resolve("history"));
        for (int second : List.of(0, 6)) {
            Clock clock = Clock.fixed(HistoryBuilder.second(second), ZoneOffset.UTC);
            try (HistoryFile history =
                    HistoryFile.begin(run.resolve("history/consumer-" + second + ".jsonl"), "consumer-1", clock)) {
                history.record(new Event.ShutdownRequested());
            }
        }
        CallsBuilder calls = new CallsBuilder();
        for (int i = 0; i < 50_000; i++) {
            calls.ok(i / 10_000.0, "consumer-1", "GetQueueAttributes");
        }
        calls.lost(2, "consumer-2", "DeleteMessage", 1).write(run.resolve("calls.jsonl"));

        Chromium.Opened page = open(RunReport.write(run), "");

        assertThat(page.count(CALL)).isEqualTo(600);
        assertThat(page.count("tabindex[^>]*the reply was lost")).isEqualTo(1);
        assertThat(page.dom()).contains("Shows 600 of 2,000 calls", "The page holds 2,000 of 50,001");
    }

    @Test
    void keysAndPointerSelectTheMessageOfACall() throws IOException {
        Path run = SampleRuns.copy("faults", temp);
        Files.writeString(run.resolve("calls.jsonl"), EMPTY_POLL, StandardOpenOption.APPEND);

        assertThat(results(RunReport.write(run), "spacetime-interactions.js"))
                .containsSubsequence(
                        "tab stops: 1 of 30",
                        "after End: DeleteMessage",
                        "message shown: true",
                        "calls listed: true",
                        "others dimmed: true",
                        "after Escape: false",
                        "from the table of messages: true",
                        "faults and errors: 8 calls.",
                        "of the selected message: true",
                        "without empty polls: 29 calls.",
                        "tip: the reply was lost",
                        "dragged: true");
    }

    private String results(Path page, String script) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/dev/queuelab/report/page", script));
        Files.writeString(page, Files.readString(page) + "<script>" + text + "</script>");
        String dom = open(page, "").dom();
        return dom.substring(dom.indexOf("<pre id=\"results\">"));
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
