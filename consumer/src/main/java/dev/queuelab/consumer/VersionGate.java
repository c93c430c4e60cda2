package dev.queuelab.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.toolbox.Text;
import java.util.function.Supplier;

/** Lets a message through only if it is newer than what was applied to its entity. */
interface VersionGate {

    /**
     * Makes sure that the payload has a version.
     *
     * @throws InvalidMessageException if it has no entity and version
     */
    void requireVersion(Payload payload);

    /**
     * Runs one of the two, alone among all consumers, and returns what came of it; the version is kept if {@code apply}
     * ends with the work done.
     */
    DeliveryOutcome applyIfNewer(Payload payload, Supplier<DeliveryOutcome> apply, Supplier<DeliveryOutcome> stale);

    /** Without versioning, the message that arrives last stands; where there are files to write, they show it. */
    static VersionGate of(Settings settings) {
        return isUsed(settings) ? new VersionFile(settings) : OPEN;
    }

    /** Whether versions are kept in files. */
    static boolean isUsed(Settings settings) {
        return settings.get(Knobs.VERSION_STATE_PATH).isPresent()
                && settings.get(Knobs.VERSION_LOG_PATH).isPresent();
    }

    /** Lets everything through. */
    VersionGate OPEN = new VersionGate() {
        @Override
        public void requireVersion(Payload payload) {}

        @Override
        public DeliveryOutcome applyIfNewer(
                Payload payload, Supplier<DeliveryOutcome> apply, Supplier<DeliveryOutcome> stale) {
            return apply.get();
        }
    };

    /** An entity at a version. */
    record EntityVersion(String entity, long number) {

        static EntityVersion of(Payload payload, String entityField, String versionField) {
            String entity = payload.field(entityField)
                    .filter(value -> value.isTextual() || value.isIntegralNumber())
                    .map(JsonNode::asText)
                    .filter(Text::fitsUtf8)
                    .orElseThrow(() -> new InvalidMessageException("its field " + entityField
                            + ", which ENTITY_KEY names, is neither text nor a whole number"));
            long number = payload.wholeNumber(versionField)
                    .orElseThrow(() -> new InvalidMessageException(
                            "its field " + versionField + ", which VERSION_KEY names, is not a whole number"));
            return new EntityVersion(entity, number);
        }
    }
}
