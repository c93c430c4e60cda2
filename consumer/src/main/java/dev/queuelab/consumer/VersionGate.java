package dev.queuelab.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;

/** Lets a message through only if it is newer than what was applied to its entity. */
interface VersionGate {

    /**
     * Makes sure that the payload can be judged.
     *
     * @throws RejectedException if it does not tell an entity and a version
     */
    void requireVersion(Payload payload);

    /** Runs one of the two, alone among all consumers; an {@code apply} that returns is remembered. */
    void applyIfNewer(Payload payload, Runnable apply, Runnable stale);

    /** Without versioning, whatever arrives last stands; where there are files to write, they tell. */
    static VersionGate of(Settings settings) {
        boolean recorded = settings.get(Knobs.VERSION_STATE_PATH).isPresent()
                && settings.get(Knobs.VERSION_LOG_PATH).isPresent();
        return recorded ? new VersionFile(settings) : OPEN;
    }

    /** Lets everything through. */
    VersionGate OPEN = new VersionGate() {
        @Override
        public void requireVersion(Payload payload) {}

        @Override
        public void applyIfNewer(Payload payload, Runnable apply, Runnable stale) {
            apply.run();
        }
    };

    /** An entity at a version. */
    record Version(String entity, long number) {

        static Version of(Payload payload, String entityField, String versionField) {
            String entity = payload.field(entityField)
                    .filter(value -> value.isTextual() || value.isIntegralNumber())
                    .map(JsonNode::asText)
                    .filter(Utf8::canHold)
                    .orElseThrow(() -> new RejectedException(
                            "its field " + entityField + ", which ENTITY_KEY names, is no text or whole number"));
            JsonNode number = payload.field(versionField)
                    .filter(value -> value.isIntegralNumber() && value.canConvertToLong())
                    .orElseThrow(() -> new RejectedException(
                            "its field " + versionField + ", which VERSION_KEY names, is no whole number"));
            return new Version(entity, number.longValue());
        }
    }
}
