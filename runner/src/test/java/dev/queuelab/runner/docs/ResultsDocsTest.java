package dev.queuelab.runner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.report.results.ControlResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide to results, and their schema, list what the code has. */
class ResultsDocsTest {
    private static final Path DOCS = Path.of("../docs");
    private static final String[] OUTCOMES = Stream.of(Outcome.values())
            .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new);

    @Test
    void theGuideExplainsEveryOutcomeOfAControl() throws IOException {
        String guide = Files.readString(DOCS.resolve("results.md"));

        assertThat(Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(guide).results())
                .extracting(match -> match.group(1))
                .containsExactly(OUTCOMES);
    }

    @Test
    void theSchemaAllowsEveryOutcomeAndNoOther() throws IOException {
        String schema = Files.readString(DOCS.resolve("schemas/results.schema.json"));

        assertThat(schema).contains("\"enum\": [\"" + String.join("\", \"", OUTCOMES) + "\"]");
    }
}
