package dev.queuelab.runner.cli;

import dev.queuelab.report.results.SuiteResults;
import dev.queuelab.scenarios.kit.Catalogue;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        description = "Runs scenarios side by side, with their options at their defaults.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private Selection selection;

    @Mixin
    private JobsOption jobs;

    @Mixin
    private RunOptions options;

    @Spec
    private CommandSpec spec;

    RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Catalogue.Entry> entries = selection
                .entries()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "expected names of scenarios, or one of --short, --long and --all"));
        PrintWriter out = spec.commandLine().getOut();
        SuiteResults results = new RunLoop(context, options, out)
                .suite("run", entries.stream().map(RunRequest::of).toList(), jobs.get());
        SuiteConsole.printRun(results, jobs.get(), out);
        return ExitCodes.of(results.verdict());
    }
}
