package dev.queuelab.consumer;

import dev.queuelab.core.knob.EffectPlace;
import dev.queuelab.core.knob.Knobs;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The two records that a message's work leaves: ours and the external service's. */
record Tables(StatusStore statuses, EffectService service) {

    /** Those that the settings name; where they name none, nothing is recorded there. */
    static Tables open(Settings settings, Optional<DynamoDbClient> client, Clock clock) {
        return new Tables(statuses(settings, client, clock), service(settings, client, clock));
    }

    private static StatusStore statuses(Settings settings, Optional<DynamoDbClient> client, Clock clock) {
        return settings.get(Knobs.MESSAGE_STATUS_TABLE)
                .map(table -> statuses(settings, client.orElseThrow(), table, clock))
                .orElse(StatusStore.NONE);
    }

    private static StatusStore statuses(Settings settings, DynamoDbClient client, String table, Clock clock) {
        return Lease.terms(settings)
                .<StatusStore>map(terms -> new LeaseTable(client, table, terms, clock))
                .orElseGet(() -> new StatusTable(client, table, clock));
    }

    private static EffectService service(Settings settings, Optional<DynamoDbClient> client, Clock clock) {
        if (settings.get(Knobs.EFFECT) == EffectPlace.HTTP) {
            return HttpEffectService.of(settings);
        }
        return settings.get(Knobs.MESSAGE_SIDE_EFFECTS_TABLE)
                .<EffectService>map(table ->
                        new SideEffectsTable(client.orElseThrow(), table, settings.get(Knobs.EXTERNAL_SERVICE), clock))
                .orElse(EffectService.UNRECORDED);
    }
}
