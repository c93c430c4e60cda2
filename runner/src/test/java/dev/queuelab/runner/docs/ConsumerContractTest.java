package dev.queuelab.runner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.knob.Knobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The contract for consumers that are not ours says what the code does. */
class ConsumerContractTest {
    private static final Path GUIDE = Path.of("../docs/bring-your-own-consumer.md");

    @Test
    void theVariablesThatItNamesExist() throws IOException {
        Set<String> known = new TreeSet<>(Set.of(
                "COMPLETED",
                "STARTED",
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_DEFAULT_REGION",
                "JAVA_TOOL_OPTIONS",
                "JDK_JAVA_OPTIONS",
                "AWS_ENDPOINT_URL_SQS",
                "AWS_ENDPOINT_URL_DYNAMODB",
                "CHARGES_URL",
                "POST",
                "PUT",
                "PATCH",
                "CMD",
                "ADD"));
        Knobs.ALL.forEach(knob -> known.add(knob.name()));

        assertThat(known).containsAll(knobsIn(Files.readString(GUIDE)));
    }

    @Test
    void namesEveryEventThatAConsumerRecords() throws IOException {
        String guide = Files.readString(GUIDE);
        Set<String> others = Set.of(
                "sending",
                "sent",
                "send-failed",
                "signalled",
                "exited",
                "calls-found",
                "call-broken",
                "fault-begun",
                "fault-ended",
                "ended-unasked",
                "stalled",
                "queue-seen",
                "purge-answered",
                "redrive-seen",
                "scaling-decided");

        assertThat(Arrays.stream(Event.class.getAnnotation(JsonSubTypes.class).value())
                        .map(JsonSubTypes.Type::name)
                        .filter(event -> !others.contains(event)))
                .hasSizeGreaterThan(10)
                .allSatisfy(event -> assertThat(guide).contains("`" + event + "`"));
    }

    private static Set<String> knobsIn(String text) {
        Set<String> knobs = new TreeSet<>();
        Pattern.compile("`([A-Z][A-Z_]+)`").matcher(text).results().forEach(match -> knobs.add(match.group(1)));
        return knobs;
    }
}
