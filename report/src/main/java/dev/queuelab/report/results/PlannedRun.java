package dev.queuelab.report.results;

import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Control;
import java.util.Optional;

/**
 * A run that a command is to make.
 *
 * @param control the name of the control, if it is one
 */
public record PlannedRun(String scenario, Optional<String> control) {

    public static PlannedRun of(Catalogue.Entry entry) {
        return new PlannedRun(entry.name(), Optional.empty());
    }

    public static PlannedRun of(Catalogue.Entry entry, Control control) {
        return new PlannedRun(entry.name(), Optional.of(control.name()));
    }

    /** Its name among the runs of a command. */
    public String title() {
        return scenario + control.map(name -> " without " + name).orElse("");
    }
}
