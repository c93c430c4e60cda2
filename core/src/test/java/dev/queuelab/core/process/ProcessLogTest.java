package dev.queuelab.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessLogTest {
    private final ProcessLog log = new ProcessLog();

    @ParameterizedTest
    @CsvSource({"SEVERE, ERROR", "WARNING, 'WARN '", "INFO, 'INFO '", "FINE, DEBUG"})
    void aLineHasTheTimeTheLevelAndTheMessage(String level, String printed) {
        assertThat(log.format(new LogRecord(Level.parse(level), "queue {0} is gone")))
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d " + printed + " queue \\{0} is gone\\R");
    }

    @Test
    void anExceptionIsNamedWithItsCausesAndWithoutATrace() {
        LogRecord logged = new LogRecord(Level.SEVERE, "stopped");
        logged.setThrown(new UncheckedIOException("cannot read", new IOException("no disk")));

        assertThat(log.format(logged).lines().skip(1))
                .containsExactly(
                        "java.io.UncheckedIOException: cannot read", "Caused by: java.io.IOException: no disk");
    }
}
