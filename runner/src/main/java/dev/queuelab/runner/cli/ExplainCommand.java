package dev.queuelab.runner.cli;

import dev.queuelab.lab.run.ScenarioOptions;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Precondition;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.Scenario;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(
        description = "Explains a scenario: what it proves, what it does, its checks, and its controls.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ExplainCommand implements Runnable {
    private static final String PAGE = "docs/scenarios.md";

    @Parameters(paramLabel = "NAME", description = "the name of a scenario, as --list prints it")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Catalogue.Entry entry = Catalogue.find(name)
                .orElseThrow(
                        () -> new UnmatchedArgumentException(spec.commandLine().getParent(), List.of(name)));
        Scenario scenario = ScenarioOptions.set(entry.create().get(), List.of());
        PrintWriter out = spec.commandLine().getOut();
        out.println(entry.name() + ": " + entry.claim());
        out.println();
        out.println("What it does");
        int number = 0;
        for (String step : scenario.steps()) {
            out.println("  " + ++number + ". " + step);
        }
        printChecks("What must hold", scenario, out, false);
        printChecks("What must have come about, for the run to prove anything", scenario, out, true);
        out.println();
        out.println("Controls: the same with a protection taken out, and what must fail then");
        scenario.controls().forEach(control -> out.println("  " + describe(control)));
        out.println();
        out.println("Run it: java -jar dist/runner.jar " + entry.name() + " (--help lists its options)");
        out.println("Read on: " + PAGE + "#" + entry.name());
    }

    private static void printChecks(String heading, Scenario scenario, PrintWriter out, boolean preconditions) {
        List<Check> checks = scenario.allChecks().stream()
                .filter(check -> check instanceof Precondition == preconditions)
                .toList();
        if (!checks.isEmpty()) {
            out.println();
            out.println(heading);
            checks.forEach(check -> out.println("  " + check.name() + ": " + check.meaning()));
        }
    }

    private static String describe(Control control) {
        return control.name() + ": " + "with " + control.protection() + ", these fail: "
                + String.join(", ", control.breaks().stream().sorted().toList());
    }
}
