package dev.queuelab.runner.cli;

import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Scenario;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs one scenario, with the scenario's own options. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false)
final class ScenarioCommand implements Callable<Integer> {
    private final Catalogue.Entry entry;
    private final Scenario scenario;
    private final CommandContext context;

    @Mixin
    private RunOptions options;

    @Spec
    private CommandSpec spec;

    private ScenarioCommand(Catalogue.Entry entry, Scenario scenario, CommandContext context) {
        this.entry = entry;
        this.scenario = scenario;
        this.context = context;
    }

    static CommandLine commandLine(Catalogue.Entry entry, CommandContext context) {
        Scenario scenario = entry.create().get();
        CommandLine command = new CommandLine(new ScenarioCommand(entry, scenario, context));
        command.getCommandSpec().addMixin("scenario", CommandSpec.forAnnotatedObject(scenario));
        command.getCommandSpec().usageMessage().description(entry.claim());
        return command;
    }

    @Override
    public Integer call() {
        scenario.invalidOptions().ifPresent(problem -> {
            throw new ParameterException(spec.commandLine(), problem);
        });
        return ExitCodes.of(new RunLoop(context, options, spec.commandLine().getOut())
                .single(new RunRequest(entry, scenario, Optional.empty()))
                .verdict());
    }
}
