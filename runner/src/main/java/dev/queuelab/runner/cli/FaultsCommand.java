package dev.queuelab.runner.cli;

import dev.queuelab.gateway.fault.Catalogue;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.FaultDescription;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(
        description = "Lists the faults by which gateway.jar breaks calls, or explains one.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class FaultsCommand implements Runnable {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "the fault to explain")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (name == null) {
            list(spec.commandLine().getOut());
        } else if (Catalogue.all().containsKey(name)) {
            explain(FaultDescription.of(name), spec.commandLine().getOut());
        } else {
            throw new UnmatchedArgumentException(spec.commandLine(), List.of(name));
        }
    }

    private static void list(PrintWriter out) {
        int width =
                Catalogue.all().keySet().stream().mapToInt(String::length).max().orElse(0);
        Catalogue.all()
                .forEach((each, type) -> out.println(each
                        + " ".repeat(width + 2 - each.length())
                        + Catalogue.definition(type).claim()));
    }

    private static void explain(FaultDescription fault, PrintWriter out) {
        Definition definition = fault.definition();
        out.println(definition.name() + ": " + definition.claim());
        out.println();
        out.println("How it shows:  " + definition.shows());
        out.println("Protection:    " + definition.protection());
        out.println("Source:        " + definition.source());
        out.println("Operations:    "
                + (definition.operations().length == 0 ? "all" : String.join(", ", definition.operations())));
        fault.parameters().forEach(parameter -> out.println("Parameter:     " + parameter));
    }
}
