package dev.queuelab.runner.docs;

import dev.queuelab.gateway.fault.Catalogue;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.FaultDescription;

/** What the documentation says of the gateway's faults. */
final class FaultSections {
    private FaultSections() {}

    static String faults() {
        MarkdownTable table = new MarkdownTable(
                "Fault", "What happens", "How it shows", "Protection", "Operations, parameters", "Source");
        for (String name : Catalogue.all().keySet()) {
            FaultDescription fault = FaultDescription.of(name);
            Definition definition = fault.definition();
            String operations =
                    definition.operations().length == 0 ? "all" : String.join(", ", definition.operations());
            String parameters = String.join("<br>", fault.parameters());
            table.row(
                    "`" + name + "`",
                    definition.claim(),
                    definition.shows(),
                    definition.protection(),
                    operations + (parameters.isEmpty() ? "" : "<br>" + parameters),
                    definition.source());
        }
        return table.toString();
    }
}
