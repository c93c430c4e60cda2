package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.trace.MessageTraces;
import dev.queuelab.scenarios.scaling.Decision;
import dev.queuelab.scenarios.scaling.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The load that decisions about the number of consumers rest on, and the record of these decisions. */
final class LoadMonitor {
    private final StageServices services;

    LoadMonitor(StageServices services) {
        this.services = services;
    }

    /** If it is not known what a consumer received, no age is known, and it is zero. */
    Load load() {
        long waiting = services.stack().depth().waiting();
        return new Load(waiting, services.fleet().isObserved() ? oldestAge() : Duration.ZERO);
    }

    private Duration oldestAge() {
        Instant now = services.run().clock().instant();
        return MessageTraces.of(services.history(), services.queue(), Set.of(), now)
                .backlogAt(now)
                .oldestAge();
    }

    void decided(Decision decision) {
        Load load = decision.load();
        services.record(new Event.ScalingDecided(
                decision.consumers(),
                decision.wanted(),
                load.waiting(),
                Seconds.of(load.oldestAge()),
                decision.reason()));
        String what = decision.isSteady()
                ? decision.consumers() + (decision.consumers() == 1 ? " consumer is enough" : " consumers are enough")
                : "from " + decision.consumers() + " to " + decision.wanted() + " consumers";
        services.step("scaling: " + what + ", since " + decision.reason());
    }
}
