package dev.queuelab.consumer;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A consumer in a process of its own, and the services that it calls. */
abstract class ChildConsumer {
    @TempDir
    Path folder;

    AwsServer aws;

    @BeforeEach
    void startServices() throws Exception {
        aws = AwsServer.start();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    /** A consumer that can reach the server, but for these variables; an empty value leaves its variable out. */
    JavaChild start(String... variables) throws Exception {
        Map<String, String> environment = new HashMap<>(aws.variables());
        environment.put("WAIT_TIME_SECONDS", "0");
        environment.put("HISTORY_PATH", history().toString());
        environment.put("AWS_CONFIG_FILE", folder.resolve("no-config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-credentials").toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        environment.values().removeIf(String::isEmpty);
        return JavaChild.start(folder, environment, ConsumerMain.class);
    }

    Path history() {
        return folder.resolve("history.jsonl");
    }

    List<String> facts() {
        return HistoryReader.readFile(history())
                .all(Event.class)
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }
}
