package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The parts of a request or reply, each about one message. */
final class Entries {
    private Entries() {}

    /** A batch's entries, or the request itself where it is about one message. */
    static List<ObjectNode> of(ObjectNode request) {
        return request.path("Entries").isArray() ? objects(request.path("Entries")) : List.of(request);
    }

    /** The messages that a receive's reply delivers. */
    static List<ObjectNode> received(ObjectNode reply) {
        return objects(reply.path("Messages"));
    }

    private static List<ObjectNode> objects(JsonNode list) {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode node : list) {
            if (node instanceof ObjectNode object) {
                objects.add(object);
            }
        }
        return objects;
    }
}
