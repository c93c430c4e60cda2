package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.toolbox.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that are to stay as they are. When one changes on purpose, run its test with {@code -Dqueuelab.golden=write} and
 * look at the difference.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/dev/queuelab/report/results/golden");

    private Golden() {}

    public static void assertIs(String text, String file) throws IOException {
        Path golden = FOLDER.resolve(file);
        if ("write".equals(System.getProperty("queuelab.golden"))) {
            Files.createDirectories(golden.getParent());
            AtomicFile.write(golden, text);
        }
        // As a file has it: half a surrogate pair is a question mark there.
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(golden));
    }
}
