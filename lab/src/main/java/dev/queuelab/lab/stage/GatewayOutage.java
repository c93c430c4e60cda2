package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.gateway.fault.FaultWindow;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.lab.waiting.WaitException;
import dev.queuelab.lab.wire.RunGateway;
import dev.queuelab.scenarios.check.Outages;
import dev.queuelab.scenarios.kit.RunningOutage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An outage at the gateway of a run, whose beginning and end are recorded. */
final class GatewayOutage implements RunningOutage {
    /** A process calls the queue well within this time, on however busy a machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StageServices services;
    private final String name;
    private final FaultWindow window;

    private GatewayOutage(StageServices services, String name, FaultWindow window) {
        this.services = services;
        this.name = name;
        this.window = window;
    }

    /** Begins one with these rules. */
    static GatewayOutage begin(StageServices services, String name, List<String> rules) {
        RunGateway gateway = services.gateway()
                .orElseThrow(() -> new StageException(
                        "this scenario breaks calls at the gateway, so it cannot do with --no-gateway"));
        services.record(new Event.FaultBegun(name, rules)); // before its first call, so that none is outside of it
        GatewayOutage outage = new GatewayOutage(services, name, gateway.begin(rules));
        services.step("from now on: " + name);
        return outage;
    }

    @Override
    public void await(Duration atLeast, int processes) {
        new StageStopwatch(services).await(atLeast, name);
        services.await(
                Wait.atMost(PATIENCE, processes + " processes to meet: " + name),
                () -> window.callers().keySet(),
                met -> met.size() >= processes);
    }

    @Override
    public void end() {
        window.lift();
        services.record(new Event.FaultEnded(name));
    }

    @Override
    public boolean awaitRecovery(Duration atMost) {
        try {
            services.await(
                    Wait.atMost(atMost, "all to go on after: " + name),
                    () -> notRecovered(window.callers()),
                    Set::isEmpty);
            return true;
        } catch (WaitException e) {
            services.step(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static Set<String> notRecovered(Map<String, Set<String>> callers) {
        return callers.entrySet().stream()
                .filter(caller -> caller.getValue().stream().noneMatch(Outages::showsRecovery))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
