package dev.queuelab.report.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A fact in the life of a message.
 *
 * @param process who recorded it; empty in a delivery, which names its process
 */
public record Mark(
        String kind,
        double at,
        Optional<String> process,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, JsonNode> details) {}
