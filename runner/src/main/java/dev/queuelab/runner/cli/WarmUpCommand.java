package dev.queuelab.runner.cli;

import dev.queuelab.core.process.ExitCode;
import dev.queuelab.core.toolbox.AtomicFile;
import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.Environments;
import dev.queuelab.lab.environment.OwnSandbox;
import dev.queuelab.lab.process.Dist;
import dev.queuelab.lab.process.Programs;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.run.ScenarioRunner;
import dev.queuelab.lab.runstore.Invocation;
import dev.queuelab.lab.wire.GatewayPlan;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        description = {
            "Makes start-up archives of the programs for this Java, with which they start in half the time.",
            "`make dist` calls this; repeat it after dist/ was moved, or for another Java."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class WarmUpCommand implements Callable<Integer> {
    private static final String SCENARIO = "happy";

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    WarmUpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Path made = Files.createTempDirectory("queue-lab-cds-");
            try {
                ScenarioRun run = runOnce(context.dist().makingArchivesIn(made), made);
                if (run.verdict() != Verdict.PASS) {
                    out.println("No start-up archives: the verdict of " + SCENARIO + " is " + run.verdict() + ", "
                            + run.trouble().orElse("a check failed"));
                    return ExitCodes.of(run.verdict());
                }
                int kept = keep(made);
                out.println("Made " + kept + " start-up archives in "
                        + context.dist().archives());
                return ExitCode.OK;
            } finally {
                delete(made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make start-up archives: " + e, e);
        }
    }

    private ScenarioRun runOnce(Dist dist, Path folder) {
        RunRequest request = RunRequest.of(Catalogue.find(SCENARIO).orElseThrow());
        Console silent = new Console(new PrintWriter(PrintWriter.nullWriter()), false);
        try (Environment sandbox = Environments.ownSandbox(dist, OwnSandbox.USUAL)) {
            Invocation invocation = new Invocation(List.of(), List.of(), Optional.empty());
            return new ScenarioRunner(
                            Programs.ours(dist),
                            sandbox,
                            GatewayPlan.EVERYWHERE,
                            folder.resolve("runs"),
                            1,
                            Map.of(),
                            invocation,
                            context.clock())
                    .run(0, request.entry(), request.scenario(), Optional.empty(), silent);
        }
    }

    private int keep(Path made) throws IOException {
        Path archives = Files.createDirectories(context.dist().archives());
        List<Path> files = archivesIn(made);
        for (Path file : files) {
            AtomicFile.copy(file, archives.resolve(file.getFileName()));
        }
        return files.size();
    }

    private static List<Path> archivesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
