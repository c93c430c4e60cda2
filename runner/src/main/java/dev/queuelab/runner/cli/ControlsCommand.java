package dev.queuelab.runner.cli;

import dev.queuelab.report.results.JsonResults;
import dev.queuelab.report.results.Markdown;
import dev.queuelab.report.results.ResultFile;
import dev.queuelab.report.results.SuiteResults;
import dev.queuelab.scenarios.kit.Catalogue;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        description = {
            "Proves that scenarios can fail: runs each with a protection taken out.",
            "Exactly the checks must fail that stand for that protection.",
            "The table at the end shows which protection each scenario needs. It is also kept beside the runs, in"
                    + " controls.md and controls.json."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ControlsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private Selection selection;

    @Mixin
    private JobsOption jobs;

    @Mixin
    private RunOptions options;

    @Spec
    private CommandSpec spec;

    ControlsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<RunRequest> requests = selection.entries().orElseGet(Catalogue::all).stream()
                .flatMap(RunRequest::controlsOf)
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        SuiteResults results = new RunLoop(context, options, out)
                .suite(
                        "controls",
                        requests,
                        jobs.get(),
                        new ResultFile(options.runs().resolve("controls.md"), Markdown::controls),
                        new ResultFile(options.runs().resolve("controls.json"), JsonResults::text));
        SuiteConsole.printControls(results, out);
        return ExitCodes.of(results.verdict());
    }
}
