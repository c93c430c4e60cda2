package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knobs;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The two records that a message's work leaves: ours and the external service's. */
record Tables(StatusStore statuses, EffectService service) {

    /** Nothing is recorded. */
    static final Tables NONE = new Tables(StatusStore.NONE, EffectService.UNRECORDED);

    /** The tables that the settings name; where they name none, nothing is recorded there. */
    static Tables open(Settings settings, DynamoDbClient dynamoDb, Clock clock) {
        Optional<String> status = settings.get(Knobs.MESSAGE_STATUS_TABLE);
        Optional<String> effects = settings.get(Knobs.MESSAGE_SIDE_EFFECTS_TABLE);
        return new Tables(
                status.<StatusStore>map(table -> new StatusTable(dynamoDb, table, clock))
                        .orElse(StatusStore.NONE),
                effects.<EffectService>map(table ->
                                new SideEffectsTable(dynamoDb, table, settings.get(Knobs.EXTERNAL_SERVICE), clock))
                        .orElse(EffectService.UNRECORDED));
    }
}
