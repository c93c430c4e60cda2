package dev.queuelab.lab.stage;

import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallReader;
import dev.queuelab.scenarios.check.StackSnapshot.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the run's external service by HTTP performed, by the gateway's record, which no lost reply and no crash shortens. */
final class ServiceEffects {
    private ServiceEffects() {}

    /**
     * The effects, by key; none if the gateway was not used.
     *
     * @param calls the gateway's record
     */
    static Map<String, Effect> read(Path calls) {
        Map<String, Effect> effects = new HashMap<>();
        if (Files.exists(calls)) {
            for (CallFact.Performed performed : CallReader.performances(calls)) {
                effects.merge(performed.key(), new Effect(1, performed.id().orElse("")), Effect::and);
            }
        }
        return effects;
    }
}
