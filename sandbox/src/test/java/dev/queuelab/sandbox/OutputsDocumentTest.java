package dev.queuelab.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsDocumentTest {
    private final OutputsDocument document = new OutputsDocument(
            "us-west-1",
            new Endpoints(URI.create("http://127.0.0.1:1111"), URI.create("http://127.0.0.1:2222")),
            List.of(stack("happy"), stack("dup")));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void looksLikeWhatTerraformPrints() throws IOException {
        assertThat(document.json()).isEqualTo(golden());
    }

    @Test
    void makesTheFoldersAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("a/b/outputs.json");

        document.write(file);

        assertThat(file).content().isEqualTo(golden());
        assertThat(folder.resolve("a/b")).satisfies(parent -> {
            try (var files = Files.list(parent)) {
                assertThat(files).containsExactly(file);
            }
        });
    }

    @Test
    void replacesAnOlderDocument() throws IOException {
        Path file = Files.writeString(folder.resolve("outputs.json"), "old");

        document.write(file);

        assertThat(file).content().isEqualTo(golden());
    }

    @Test
    void leavesNoDraftWhenTheTargetIsAFolder() throws IOException {
        Path file = folder.resolve("outputs.json");
        Files.createDirectories(file.resolve("inside"));

        assertThatThrownBy(() -> document.write(file)).isInstanceOf(IOException.class);

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static Stack stack(String key) {
        String queue = "http://127.0.0.1:1111/000000000000/sqs-demo-" + key;
        return new Stack(
                key,
                queue,
                "arn:aws:sqs:us-west-1:000000000000:sqs-demo-" + key + "-dlq",
                queue + "-dlq",
                "sqs-demo-" + key + "-message-status",
                "sqs-demo-" + key + "-message-side-effects",
                false,
                2,
                new QueueSettings(3, 10));
    }

    private static String golden() throws IOException {
        try (var in = Objects.requireNonNull(OutputsDocumentTest.class.getResourceAsStream("outputs.golden.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
