package dev.queuelab.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryFile;
import dev.queuelab.lab.runstore.NoSuchRunException;
import dev.queuelab.report.CallsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    private static final String NASTY = "</script><script>alert(1)</script><!--{{data}}\u2028";

    @TempDir
    private Path temp;

    @Test
    void itAsksTheNetworkForNothing() throws IOException {
        String page = Files.readString(RunReport.write(SampleRuns.copy("passing", temp)));

        List<String> requests = Pattern.compile("(?i)(?:src|href)\\s*=\\s*[\"'][^\"']*|url\\([^)]*\\)|@import[^;]*")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(requests)
                .isSubsetOf("href=\"data:,", "url(#hatch)", "url(#${clip})")
                .contains("url(#hatch)");
        assertThat(page).contains("default-src 'none'").contains("The MIT License");
    }

    @Test
    void markupInIdsAndFindingsStaysData() throws IOException {
        Path run = run("nasty", 1, i -> NASTY);
        String page = Files.readString(RunReport.write(run));

        assertThat(page).doesNotContain("alert(1)</script>");
        String block = page.substring(
                page.indexOf("id=\"data\">") + 10, page.indexOf("</script>", page.indexOf("id=\"data\">")));
        assertThat(new ObjectMapper()
                        .readTree(block)
                        .path("messages")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(NASTY);
    }

    @Test
    void tenThousandEventsStayUnderOneMegabyte() throws IOException {
        Path page = RunReport.write(run("many", 2_000, i -> "message-" + i));

        assertThat(page).satisfies(file -> assertThat(Files.size(file)).isLessThan(1_000_000));
    }

    @Test
    void fiftyThousandCallsStayUnderOneMegabyte() throws IOException {
        Path run = run("calls", 2_000, i -> "message-" + i);
        CallsBuilder calls = new CallsBuilder();
        for (int i = 0; i < 50_000; i++) {
            calls.ok(i / 1_000.0, "consumer-1", "DeleteMessage", CallsBuilder.message("message-" + i % 2_000));
        }
        calls.write(run.resolve("calls.jsonl"));

        assertThat(RunReport.write(run))
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(1_000_000))
                .content()
                .contains("\"calls\":{\"all\":50000");
    }

    @Test
    void endlessIdsStayUnderOneMegabyteAndWhatIsLeftOutIsNoted() throws IOException {
        Path page = RunReport.write(run("long", 1_500, i -> "x".repeat(2_000) + i));

        assertThat(page).satisfies(file -> assertThat(Files.size(file)).isLessThan(1_000_000));
        assertThat(Files.readString(page)).containsPattern("This page shows \\d+ of 1500 messages");
    }

    @Test
    void aRunOfWhichThereIsNothingButAHistoryHasAPage() throws IOException {
        Path folder = temp.resolve("20260101-000000-crash");
        Files.createDirectories(folder.resolve("history"));

        assertThat(Files.readString(RunReport.write(folder))).contains("<title>crash: no verdict</title>");
    }

    @Test
    void damagedFilesAreNotedAndHideNothingElse() throws IOException {
        Path run = SampleRuns.copy("passing", temp);
        Files.writeString(run.resolve("verdict.json"), "{\"verdict\": \"PA");
        Files.writeString(run.resolve("history/consumer-1.jsonl"), "{\"what\":1}\n");
        Files.writeString(run.resolve("depth.jsonl"), "nonsense\n");

        assertThat(Files.readString(RunReport.write(run)))
                .contains(
                        "verdict.json could not be read",
                        "Left out a history",
                        "1 lines of depth.jsonl could not be read")
                .contains("consumer-2");
    }

    @Test
    void aFolderThatIsNotARunsIsRefused() {
        assertThatThrownBy(() -> RunReport.write(temp))
                .isInstanceOf(NoSuchRunException.class)
                .hasMessageContaining(temp.toString());
        assertThatThrownBy(() -> RunReport.write(temp.resolve("none"))).isInstanceOf(NoSuchRunException.class);
    }

    /** A run in which {@code count} messages were sent, received and deleted. */
    private Path run(String name, int count, IntFunction<String> id) throws IOException {
        Path folder = temp.resolve(name);
        Files.createDirectories(folder.resolve("history"));
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        try (HistoryFile history = HistoryFile.begin(folder.resolve("history/consumer-1.jsonl"), "consumer-1", clock)) {
            history.record(new Event.Started("consumer", 1, Map.of()));
            for (int i = 0; i < count; i++) {
                String message = id.apply(i);
                history.record(new Event.Sent(message, "m", false));
                history.record(new Event.Received(message, "m", 1, clock.instant(), null));
                history.record(new Event.EffectPerformed(message, message, 1));
                history.record(new Event.Completed(message));
                history.record(new Event.Deleted(message, "m"));
            }
        }
        return folder;
    }
}
