package dev.queuelab.runner.cli;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.report.results.ConformanceScore;
import dev.queuelab.report.results.RunResult;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Applicability;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.Pace;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        description = {
            "Runs scenarios with your own consumer and keeps the score: held, broken, or not judged.",
            "Without names, it runs those that end in seconds. docs/bring-your-own-consumer.md is the contract."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0    all that was asked for was judged, and held; what is not applicable does not count",
            "  1    a scenario was broken; with --strict, also where one could not be judged",
            "  2    the command line was wrong",
            "  3    less than was asked for could be judged, or nothing, or the environment is not there"
        })
final class ConformanceCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private Selection selection;

    /** A program that takes long to begin, on a machine that is busy with others, is not to be blamed for it. */
    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = NumberOption.Jobs.class,
            defaultValue = "1",
            description = "how many scenarios to run side by side, at least 1 (default: ${DEFAULT-VALUE})")
    private int jobs;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            converter = NumberOption.Jobs.class,
            defaultValue = "1",
            description =
                    "how often to play each, at least 1 (default: ${DEFAULT-VALUE}); a result that differs is UNSTABLE")
    private int repeat;

    @Option(names = "--strict", description = "fail, with exit code 1, where anything could not be judged")
    private boolean strict;

    @Option(
            names = "--without",
            paramLabel = "FEATURE[,...]",
            split = ",",
            converter = NeedConverter.class,
            completionCandidates = NeedLabels.class,
            description = {
                "what your consumer does not do: ${COMPLETION-CANDIDATES};",
                "scenarios that need it are not applicable (docs/bring-your-own-consumer.md has the list)"
            })
    private List<Need> without = List.of();

    @Mixin
    private RunOptions options;

    @Spec
    private CommandSpec spec;

    ConformanceCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (!options.hasConsumer()) {
            throw new ParameterException(
                    spec.commandLine(), "expected " + ProgramOptions.CONSUMER_CMD + "=CMD, the consumer to be tried");
        }
        List<Catalogue.Entry> asked = selection.entries().orElseGet(ConformanceCommand::shortScenarios);
        Map<String, String> notApplicable = new LinkedHashMap<>();
        asked.forEach(entry -> missing(entry).ifPresent(why -> notApplicable.put(entry.name(), why)));
        List<RunRequest> requests = asked.stream()
                .filter(entry -> !notApplicable.containsKey(entry.name()))
                .flatMap(entry -> Stream.generate(() -> RunRequest.of(entry)).limit(repeat))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        List<ScenarioRun> runs = requests.isEmpty()
                ? List.of()
                : new RunLoop(context, options, out)
                        .suite("conformance", requests, jobs).runs().stream()
                                .map(RunResult::run)
                                .toList();
        ConformanceScore score = ConformanceScore.of(runs, notApplicable);
        out.println();
        TextTable.lines(score.table()).forEach(out::println);
        runs.stream()
                .filter(run -> run.verdict() == Verdict.FAIL)
                .forEach(run -> Accusation.lines(run).forEach(out::println));
        out.println();
        out.println(score.line());
        return ExitCodes.of(score.verdict(), strict);
    }

    /** Why the scenario is not applicable to a consumer without the features that were named. */
    private Optional<String> missing(Catalogue.Entry entry) {
        List<Need> missing =
                entry.create().get().needs().stream().filter(without::contains).toList();
        return Optional.of(missing).filter(needs -> !needs.isEmpty()).map(Applicability::reason);
    }

    private static List<Catalogue.Entry> shortScenarios() {
        return Catalogue.all().stream()
                .filter(entry -> entry.pace() == Pace.SHORT)
                .toList();
    }

    /** All that a scenario may need. */
    static final class NeedLabels implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Need.values()).map(Need::label).iterator();
        }
    }

    /** Refuses what nothing needs, naming what there is. */
    static final class NeedConverter implements ITypeConverter<Need> {
        @Override
        public Need convert(String text) {
            return Need.of(text.strip())
                    .orElseThrow(() -> new TypeConversionException("'" + Text.printable(text)
                            + "' is not accepted: expected one or more of "
                            + String.join(", ", new NeedLabels())));
        }
    }
}
