package dev.queuelab.runner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.kit.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page of {@code docs/protections/} shows its failure: by a command, and by a picture of that command's report. */
class ProtectionPagesTest {
    private static final Path FOLDER = Path.of("../docs/protections");
    private static final Pattern PICTURE =
            Pattern.compile("!\\[The timeline of ([\\w-]+), from its report]\\((\\.\\./images/[\\w-]+\\.png)\\)");

    @ParameterizedTest
    @MethodSource("pages")
    void showsAPictureOfAScenarioThatItNames(Path page) throws IOException {
        String text = Files.readString(page);
        List<MatchResult> pictures = PICTURE.matcher(text).results().toList();

        assertThat(pictures).hasSize(1);
        String scenario = pictures.get(0).group(1);
        assertThat(Catalogue.find(scenario)).isPresent();
        assertThat(text).contains("java -jar dist/runner.jar " + scenario, "**What it costs", "**The failure.**");
        assertThat(FOLDER.resolve(pictures.get(0).group(2))).isNotEmptyFile();
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(FOLDER)) {
            return pages.sorted().toList();
        }
    }
}
