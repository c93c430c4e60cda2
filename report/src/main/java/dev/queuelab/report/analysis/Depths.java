package dev.queuelab.report.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** The queues' depths as they were sampled, for comparison with {@link ReconstructedDepth}. */
public final class Depths {
    private Depths() {}

    public static Series sampled(List<JsonNode> samples, Instant begun) {
        Series series = Series.of("waiting", "inFlight", "dlq");
        for (JsonNode sample : samples) {
            if (sample.path("at").isTextual()) {
                JsonNode queue = sample.path("queue");
                JsonNode dead = sample.path("deadLetterQueue");
                series.add(
                        Fact.seconds(begun, Instant.parse(sample.path("at").textValue())),
                        queue.path("waiting").asDouble() + queue.path("delayed").asDouble(),
                        queue.path("inFlight").asDouble(),
                        dead.path("waiting").asDouble() + dead.path("inFlight").asDouble());
            }
        }
        return series;
    }
}
