package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knobs;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which messages a process must not work on at the same time, although it works on several: those that share one of these
 * keys. So side by side has the same effects as one after the other.
 *
 * <ul>
 *   <li>Messages of one FIFO group, whose order the queue promises.
 *   <li>Two deliveries of one message, or messages with one id: the second is to find the first one's work done.
 *   <li>Messages with one business key, for the same reason. A service that can refuse a repetition would refuse it, but a
 *       naive one would do the work twice, since both would have looked before either was done.
 *   <li>Messages about one entity, where versions are kept: without versioning, the last to arrive is to stand.
 * </ul>
 */
final class OrderingKeys {
    private final List<String> businessFields;
    private final boolean keepsVersions;
    private final String entityField;

    OrderingKeys(Settings settings) {
        this.businessFields = settings.get(Knobs.BUSINESS_IDEMPOTENCY_FIELD);
        this.keepsVersions = VersionGate.isUsed(settings);
        this.entityField = settings.get(Knobs.ENTITY_KEY);
    }

    Set<String> of(Delivery delivery) {
        Set<String> keys = new HashSet<>();
        delivery.group().ifPresent(group -> keys.add("group " + group));
        keys.add("message " + delivery.messageId());
        keys.add("id " + delivery.id());
        if (!businessFields.isEmpty()) {
            businessKey(delivery, keys);
        }
        if (keepsVersions) {
            delivery.payload().field(entityField).ifPresent(entity -> keys.add("entity " + entity.asText()));
        }
        return keys;
    }

    private void businessKey(Delivery delivery, Set<String> keys) {
        try {
            keys.add("id " + EffectKeys.business(businessFields, delivery.payload()));
        } catch (InvalidMessageException e) {
            // It will be rejected, and has no effect that another could repeat.
        }
    }
}
