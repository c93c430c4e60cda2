package dev.queuelab.lab.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallFile;
import dev.queuelab.scenarios.check.StackSnapshot.Effect;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEffectsTest {
    @TempDir
    private Path folder;

    @Test
    void eachPerformanceCounts() {
        Path calls = folder.resolve("calls.jsonl");
        try (CallFile file = CallFile.begin(calls)) {
            file.record(performed(1, "a", Optional.of("a"), 1));
            file.record(performed(2, "order-7", Optional.empty(), 1));
            file.record(performed(3, "a", Optional.of("other"), 2));
        }

        assertThat(ServiceEffects.read(calls)).isEqualTo(Map.of("a", new Effect(2, "a"), "order-7", new Effect(1, "")));
    }

    @Test
    void aRunWithoutAGatewayHasNone() {
        assertThat(ServiceEffects.read(folder.resolve("calls.jsonl"))).isEmpty();
    }

    @Test
    void whatATableAndAServicePerformedAddsUp() {
        assertThat(new Effect(1, "").and(new Effect(1, "a"))).isEqualTo(new Effect(2, "a"));
        assertThat(new Effect(0, "a").and(new Effect(1, "b")))
                .as("a table that does not count")
                .isEqualTo(new Effect(0, "a"));
    }

    private static CallFact.Performed performed(long call, String key, Optional<String> id, long times) {
        return new CallFact.Performed(call, Instant.EPOCH, key, id, times);
    }
}
