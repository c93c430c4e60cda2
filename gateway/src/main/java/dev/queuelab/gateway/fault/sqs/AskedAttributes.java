package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.gateway.call.Call;
import java.util.HashSet;
import java.util.Set;

/** Which attributes of messages a client asks for in a receive, and which a fault needs besides. */
final class AskedAttributes {
    private static final String NAMES = "MessageSystemAttributeNames";

    private final Set<String> asked = new HashSet<>();

    AskedAttributes(Call receive) {
        for (String field : new String[] {NAMES, "AttributeNames"}) {
            receive.request().path(field).forEach(name -> asked.add(name.asText()));
        }
    }

    /** The receive with these attributes, too. */
    static Call withAlso(Call receive, String... names) {
        ObjectNode request = receive.request().deepCopy();
        Set<String> all = new HashSet<>(new AskedAttributes(receive).asked);
        all.addAll(Set.of(names));
        request.remove("AttributeNames");
        request.putArray(NAMES);
        all.forEach(request.withArray(NAMES)::add);
        return receive.withRequest(request);
    }

    /** Takes from a message what its receiver has not asked for. */
    void strip(ObjectNode message) {
        JsonNode attributes = message.path("Attributes");
        if (attributes instanceof ObjectNode all && !asked.contains("All")) {
            all.retain(asked);
            if (all.isEmpty()) {
                message.remove("Attributes");
            }
        }
    }
}
