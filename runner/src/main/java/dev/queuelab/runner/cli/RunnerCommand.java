package dev.queuelab.runner.cli;

import dev.queuelab.core.process.ExitCode;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Pace;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "runner.jar",
        header = "Queue Lab: makes message queues fail on purpose, and proves what was lost or done twice.",
        synopsisHeading = "%nUsage: java -jar ",
        customSynopsis = {"runner.jar NAME [options]", "  or:  java -jar runner.jar COMMAND [options]%n"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0    all passed, or were skipped, with a reason",
            "  1    a scenario failed, or a control was blind",
            "  2    the command line was wrong",
            "  3    it could not be judged, or the environment is not there",
            "  130  interrupted"
        })
final class RunnerCommand implements Callable<Integer> {
    static final String LIST = "--list";

    @Option(names = LIST, description = "list the scenarios with their claims, and exit")
    private boolean list;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine self = spec.commandLine();
        if (list) {
            print(self.getOut(), "Short scenarios:", Pace.SHORT);
            print(self.getOut(), "Long scenarios:", Pace.LONG);
            print(self.getOut(), "Scenarios for consumers that are not ours:", Pace.CONFORMANCE);
            return ExitCode.OK;
        }
        self.usage(self.getErr());
        return ExitCode.USAGE;
    }

    private static void print(PrintWriter out, String heading, Pace pace) {
        List<Catalogue.Entry> entries =
                Catalogue.all().stream().filter(entry -> entry.pace() == pace).toList();
        int width =
                entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(1);
        out.println(heading);
        entries.forEach(entry -> out.printf(Locale.ROOT, "  %-" + width + "s  %s%n", entry.name(), entry.claim()));
    }
}
