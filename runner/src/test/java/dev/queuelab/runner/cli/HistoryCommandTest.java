package dev.queuelab.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryFile;
import dev.queuelab.lab.process.Dist;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
    @TempDir
    private Path run;

    @Test
    void anIdForgesNoEventAndDoesNotMoveTheCursor() throws IOException {
        Path histories = Files.createDirectory(run.resolve("history"));
        try (HistoryFile history =
                HistoryFile.begin(histories.resolve("consumer-1.jsonl"), "consumer-1", Clock.systemUTC())) {
            history.record(new Event.Completed("a\n2026-01-01T00:00:00Z consumer-1 Completed[id=b]\u001b[2J"));
        }

        String printed = exits(0, "history", run.toString());

        assertThat(printed.lines()).hasSize(2).last().asString().startsWith("1 events");
        assertThat(printed).contains("Completed[id=a\\n2026", "\\u001B[2J").doesNotContain("\u001b");
        assertThat(exits(2, "history", run.toString(), "--message=x"))
                .contains("it has a\\n2026")
                .doesNotContain("\u001b");
    }

    private static String exits(int code, String... arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed, true);
        CommandContext context =
                new CommandContext(new Dist(Path.of("dist"), Optional.empty()), Clock.systemUTC(), () -> 1);
        assertThat(CommandLines.create(context, out, out).execute(arguments)).isEqualTo(code);
        return printed.toString();
    }
}
