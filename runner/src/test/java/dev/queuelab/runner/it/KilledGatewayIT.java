package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.gateway.history.CallReader;
import dev.queuelab.gateway.history.CallRecord;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code gateway.jar} by itself, ended by {@code kill -9} while a client makes calls. */
@ExtendWith(SharedProject.class)
class KilledGatewayIT {
    @RegisterExtension
    static final FaultyGateway SERVICES = new FaultyGateway();

    private static final Pattern ADDRESS = Pattern.compile("client (http://\\S+)");

    private final Project project;
    private final Path temp;
    private Program gateway;

    KilledGatewayIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
        this.gateway = start();
    }

    private Program start() {
        return project.gateway(
                temp,
                "--sqs=" + SERVICES.endpoints().sqs(),
                "--dynamodb=" + SERVICES.endpoints().dynamoDb(),
                "--history=calls.jsonl");
    }

    @BeforeEach
    void awaitReady() {
        gateway.awaitLine("gateway ready");
    }

    @AfterEach
    void end() {
        gateway.close();
    }

    @Test
    void everyCallThatWasAnsweredIsOnRecord() {
        AtomicInteger answered = new AtomicInteger();
        try (SdkClient client = new JavaSdk(address())) {
            TestQueue queue = TestQueue.create(client);

            assertThatThrownBy(() -> {
                        while (answered.incrementAndGet() < 100_000) {
                            queue.send("m-" + answered.get());
                            if (answered.get() == 50) {
                                gateway.kill();
                            }
                        }
                    })
                    .isInstanceOf(SdkClient.CallFailedException.class);
        }

        assertThat(gateway.exitCode()).isEqualTo(137);
        List<CallRecord> sends = CallReader.read(temp.resolve("calls.jsonl")).stream()
                .filter(call -> call.called().operation().equals("SendMessage"))
                .toList();
        assertThat(sends).hasSizeBetween(answered.get() - 1, answered.get());
        assertThat(sends.subList(0, answered.get() - 1))
                .allSatisfy(call -> assertThat(call.replied()).isPresent());
    }

    @Test
    void theRecordOfTheOneThatWasKilledIsNotOverwritten() {
        gateway.kill();
        assertThat(gateway.exitCode()).isEqualTo(137);

        gateway = start();

        assertThat(gateway.exitsWith(2)).contains("calls.jsonl exists already");
    }

    private URI address() {
        Matcher ready = ADDRESS.matcher(gateway.output());
        assertThat(ready.find()).as(gateway.output()).isTrue();
        return URI.create(ready.group(1));
    }
}
