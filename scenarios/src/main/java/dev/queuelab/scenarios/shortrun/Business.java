package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.Requirement;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
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
    private static final String SAME_ORDER = "same-order";
    private static final String ACTIONS = "actions";

    private static final Requirement ONE_EFFECT_FOR_ONE_ORDER = EffectChecks.performedTogether(
            "one effect for one order", "Two messages for the same order had one effect.", SAME_ORDER, 1);

    private static final Requirement ONE_EFFECT_FOR_EACH_ACTION = EffectChecks.performedTogether(
            "one effect for each action",
            "Two messages for the same charge and one for a refund had two effects.",
            ACTIONS,
            2);

    @Override
    public Duration expectedWait(Duration visibilityTimeout) {
        return Duration.ZERO;
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.EFFECTS, Need.BUSINESS_KEY);
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Send two messages with different ids for the same order.",
                "Run a consumer that recognizes work by its order.",
                "Send two messages for the same charge and one for a refund of that order.",
                "Run a consumer that recognizes work by its order and action.");
    }

    @Override
    public void play(Stage stage) {
        String order = "order-" + stage.runId();
        stage.producer(SAME_ORDER).send(List.of(Map.of("order_id", order), Map.of("order_id", order)));
        stage.consumer()
                .with(Knobs.BUSINESS_IDEMPOTENCY_FIELD, List.of("order_id"))
                .runUntilDrained(stage);

        Map<String, Object> charge = Map.of("order_id", order, "action", "charge");
        Map<String, Object> refund = Map.of("order_id", order, "action", "refund");
        stage.producer(ACTIONS).send(List.of(charge, charge, refund));
        stage.consumer()
                .with(Knobs.BUSINESS_IDEMPOTENCY_FIELD, List.of("order_id", "action"))
                .runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                LossChecks.ALL_COMPLETED,
                ONE_EFFECT_FOR_ONE_ORDER,
                ONE_EFFECT_FOR_EACH_ACTION);
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("no-business-key")
                .with(Knobs.BUSINESS_IDEMPOTENCY_FIELD, List.of())
                .breaks(ONE_EFFECT_FOR_ONE_ORDER, ONE_EFFECT_FOR_EACH_ACTION));
    }
}
