package dev.queuelab.lab.run;

import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Evidence;
import dev.queuelab.scenarios.check.WireChecks;
import dev.queuelab.scenarios.kit.Scenario;
import java.util.List;
import java.util.stream.Stream;

/** The checks by which a run is judged: its scenario's, and one of the histories where the gateway saw the calls. */
final class RunChecks {
    private RunChecks() {}

    static List<Check> of(Scenario scenario, Evidence evidence) {
        return evidence.wire().isEmpty()
                ? scenario.allChecks()
                : Stream.concat(scenario.allChecks().stream(), Stream.of((Check) WireChecks.HISTORIES_AGREE))
                        .toList();
    }
}
