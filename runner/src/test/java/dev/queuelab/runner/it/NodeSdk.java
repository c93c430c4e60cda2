package dev.queuelab.runner.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.opentest4j.TestAbortedException;

/** The AWS SDK for JavaScript, in a process of Node.js that makes a call for each line it reads. */
final class NodeSdk implements SdkClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERSION = "3.901.0";

    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader results;

    private NodeSdk(Process process) {
        this.process = process;
        this.requests = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.results = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Installs the SDK into a folder.
     *
     * @throws TestAbortedException if there is no Node.js, or npm cannot install it
     */
    static void install(Path folder) {
        try {
            try (var script = Objects.requireNonNull(NodeSdk.class.getResourceAsStream("sdk-client.js"))) {
                Files.copy(script, folder.resolve("sdk-client.js"));
            }
            Process npm = new ProcessBuilder(
                            "npm",
                            "install",
                            "--silent",
                            "--no-audit",
                            "--no-fund",
                            "--fetch-retries=1",
                            "--fetch-timeout=60000",
                            "@aws-sdk/client-sqs@" + VERSION,
                            "@aws-sdk/client-dynamodb@" + VERSION)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (npm.waitFor() != 0) {
                throw new TestAbortedException("npm could not install the AWS SDK for JavaScript: " + output);
            }
        } catch (IOException e) {
            throw new TestAbortedException("there is no npm: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static NodeSdk start(Path folder, URI endpoint) {
        try {
            return new NodeSdk(new ProcessBuilder("node", "sdk-client.js", endpoint.toString())
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public JsonNode call(String service, String operation, Map<String, Object> request) {
        try {
            requests.write(
                    JSON.writeValueAsString(Map.of("service", service, "operation", operation, "request", request)));
            requests.newLine();
            requests.flush();
            JsonNode result = JSON.readTree(Objects.requireNonNull(results.readLine(), "Node.js has ended"));
            if (result.has("error")) {
                throw new CallFailedException(
                        result.path("error").asText(), result.path("message").asText());
            }
            return result.path("result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
