package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Accounts;
import dev.queuelab.scenarios.check.Effects;
import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.check.Queues;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/**
 * Delivery idempotency cannot help here: the messages have different ids, since the producer asked twice for the same
 * thing. What names the work is in the payload.
 */
@Command(
        description = "Two messages that ask for the same work under different ids have one effect, and both complete.")
@AutoService(Scenario.class)
public final class Business implements Scenario {
    private static final String ONE_ORDER = "one effect for one order";
    private static final String EACH_ACTION = "one effect for each action";

    @Override
    public void play(Stage stage) {
        String order = "order-" + stage.runId();
        Messages twice = stage.producer().send(List.of(Map.of("order_id", order), Map.of("order_id", order)));
        stage.consumer()
                .with(Knobs.BUSINESS_IDEMPOTENCY_FIELD, List.of("order_id"))
                .runUntilDrained(stage);

        Map<String, Object> charge = Map.of("order_id", order, "action", "charge");
        Map<String, Object> refund = Map.of("order_id", order, "action", "refund");
        Messages actions = stage.producer().send(List.of(charge, charge, refund));
        stage.consumer()
                .with(Knobs.BUSINESS_IDEMPOTENCY_FIELD, List.of("order_id", "action"))
                .runUntilDrained(stage);

        Messages all = twice.and(actions);
        stage.check(
                Queues.drained(),
                Queues.nothingDeadLettered(),
                Accounts.nothingLost(all),
                Accounts.nothingUnexpected(all),
                Accounts.completed(all),
                Effects.performedOnce(),
                Effects.performedTogether(ONE_ORDER, twice, 1),
                Effects.performedTogether(EACH_ACTION, actions, 2));
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("no-business-key")
                .with(Knobs.BUSINESS_IDEMPOTENCY_FIELD, List.of())
                .breaks(ONE_ORDER, EACH_ACTION));
    }
}
