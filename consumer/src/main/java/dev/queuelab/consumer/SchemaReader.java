package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.knob.SchemaReading;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.payload.SchemaVersion;
import java.util.Map;
import java.util.Optional;

/**
 * Reads payloads of other versions of the schema than the one that this consumer was made for, or rejects them. A tolerant
 * reader takes what it knows and ignores the rest, so that producers and consumers can be deployed in any order.
 */
final class SchemaReader {
    private final Optional<SchemaVersion> own;
    private final boolean strict;
    private final Map<String, String> defaults;

    SchemaReader(Settings settings) {
        this.own = settings.get(Knobs.SCHEMA_VERSION);
        this.strict = settings.get(Knobs.SCHEMA_READING) == SchemaReading.STRICT;
        this.defaults = settings.get(Knobs.SCHEMA_DEFAULTS);
    }

    /**
     * The delivery as this consumer understands it.
     *
     * @throws InvalidMessageException if its version is not one that this consumer reads
     */
    Delivery read(Delivery delivery) {
        own.ifPresent(version -> require(version, versionOf(delivery.payload())));
        return strict || defaults.isEmpty()
                ? delivery
                : delivery.withPayload(delivery.payload().withDefaults(defaults));
    }

    private void require(SchemaVersion reads, SchemaVersion written) {
        if (strict ? !written.equals(reads) : written.major() != reads.major()) {
            throw new InvalidMessageException("its schema version is " + written + ", and this consumer reads "
                    + (strict ? reads + " alone" : reads.major() + ".x"));
        }
    }

    private static SchemaVersion versionOf(Payload payload) {
        Optional<String> text = payload.text(Payload.SCHEMA_VERSION);
        try {
            return text.map(SchemaVersion::parse).orElse(SchemaVersion.FIRST);
        } catch (IllegalArgumentException e) {
            throw new InvalidMessageException("its field " + Payload.SCHEMA_VERSION + " is "
                    + LogText.name(text.orElse("")) + ", which is " + e.getMessage());
        }
    }
}
