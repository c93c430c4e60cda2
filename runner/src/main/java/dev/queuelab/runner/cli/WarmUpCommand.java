package dev.queuelab.runner.cli;

import dev.queuelab.core.process.ExitCode;
import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.Environments;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.run.ScenarioRunner;
import dev.queuelab.lab.process.Dist;
import dev.queuelab.lab.process.Programs;
import dev.queuelab.lab.runstore.Invocation;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        description = {
            "Makes start-up archives of the programs for this Java, with which they start in half the time.",
            "`make dist` does so; repeat it after dist/ was moved, or for another Java."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class WarmUpCommand implements Callable<Integer> {
    private static final String SCENARIO = "happy";

    private final CommandContext lab;

    @Spec
    private CommandSpec spec;

    WarmUpCommand(CommandContext lab) {
        this.lab = lab;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Path made = Files.createTempDirectory("queue-lab-cds-");
            try {
                ScenarioRun play = playOnce(lab.dist().makingArchivesIn(made), made);
                if (play.verdict() != Verdict.PASS) {
                    out.println("No start-up archives, since " + SCENARIO + " came out " + play.verdict() + ": "
                            + play.trouble().orElse("a check failed"));
                    return ExitCodes.of(play.verdict());
                }
                int kept = keep(made);
                out.println(
                        "Made " + kept + " start-up archives in " + lab.dist().archives());
                return ExitCode.OK;
            } finally {
                delete(made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make start-up archives: " + e, e);
        }
    }

    private ScenarioRun playOnce(Dist dist, Path folder) {
        Catalogue.Entry entry = Catalogue.all().stream()
                .filter(candidate -> candidate.name().equals(SCENARIO))
                .findFirst()
                .orElseThrow();
        Console silent = new Console(new PrintWriter(PrintWriter.nullWriter()), false);
        try (Environment sandbox = Environments.ownSandbox(dist)) {
            Invocation invocation = new Invocation(List.of(), List.of(), Optional.empty());
            return new ScenarioRunner(Programs.ours(dist), sandbox, folder.resolve("runs"), 1, invocation, lab.clock())
                    .play(entry, Defaults.set(entry.create().get(), List.of()), Optional.empty(), silent);
        }
    }

    private int keep(Path made) throws IOException {
        Path archives = Files.createDirectories(lab.dist().archives());
        List<Path> files = archivesIn(made);
        for (Path file : files) {
            Path near = archives.resolve("." + file.getFileName());
            Files.copy(file, near, StandardCopyOption.REPLACE_EXISTING);
            Files.move(near, archives.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
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
