package dev.queuelab.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.process.JavaChild;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SuddenDeathTest {
    private static final int FACTS_BEFORE_DEATH = 500;

    /** Says each fact's number once it is recorded, for as long as it lives. */
    static final class Chronicler {
        private Chronicler() {}

        public static void main(String[] args) {
            HistoryFile history = HistoryFile.begin(Path.of(args[0]), "chronicler", Clock.systemUTC());
            PrintStream out = System.out;
            for (int number = 1; ; number++) {
                history.record(new Event.Sending(Integer.toString(number)));
                out.println(number);
                out.flush();
            }
        }
    }

    @RepeatedTest(3)
    @Timeout(60)
    void killLosesNothingThatWasRecorded(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("h.jsonl");
        Process chronicler = JavaChild.start(Chronicler.class, file.toString());
        long said = 0;
        try (BufferedReader lines = chronicler.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said = Long.parseLong(line);
                if (said == FACTS_BEFORE_DEATH) {
                    chronicler.toHandle().destroyForcibly();
                }
            }
        }
        chronicler.waitFor();

        History history = HistoryReader.readFile(file);

        assertThat(said).isGreaterThanOrEqualTo(FACTS_BEFORE_DEATH);
        assertThat(history.entries()).hasSizeGreaterThanOrEqualTo((int) said);
        assertThat(history.entries())
                .last()
                .satisfies(entry ->
                        assertThat(entry.seq()).isEqualTo(history.entries().size()));
    }
}
