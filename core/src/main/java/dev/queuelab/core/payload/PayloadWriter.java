package dev.queuelab.core.payload;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Writes the bodies that {@link Payload} reads. */
public final class PayloadWriter {
    private PayloadWriter() {}

    /**
     * A synthetic message.
     *
     * @param work from 1 to 1,000
     * @param poison whether the message is meant to be rejected
     */
    public static ObjectNode synthetic(String id, int work, Optional<String> run, boolean poison) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put(Payload.ID, id).put(Payload.WORK, work);
        run.ifPresent(name -> body.put(Payload.RUN, name));
        if (poison) {
            body.put(Payload.POISON, true).put(Payload.MARKER, Payload.POISON_MARKER);
        }
        return body;
    }
}
