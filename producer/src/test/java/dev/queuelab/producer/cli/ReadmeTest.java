package dev.queuelab.producer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

class ReadmeTest {

    @Test
    void theReadmeListsEveryFlag() throws IOException {
        List<String> flags = ProduceCommand.with(Map.of(), () -> 1, (queue, process) -> {
                    throw new AssertionError("nothing is produced here");
                })
                .getCommandSpec()
                .options()
                .stream()
                .map(OptionSpec::longestName)
                .filter(flag -> !flag.equals("--help"))
                .toList();

        List<String> rows = Pattern.compile("(?m)^\\| `(--[a-z-]+)` \\|")
                .matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(flags);
    }
}
