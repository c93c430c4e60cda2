package dev.queuelab.runner.cli;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.report.results.Badge;
import dev.queuelab.report.results.CasePlan;
import dev.queuelab.report.results.CaseScore;
import dev.queuelab.report.results.ConformanceScore;
import dev.queuelab.report.results.ResultFile;
import dev.queuelab.report.results.RunResult;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Applicability;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Need;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        description = {
            "Plays scenarios with your own consumer and keeps the score, by play and by case: held, broken, or not"
                    + " judged.",
            "Without names, cases or kinds, it plays all but those that take minutes."
                    + " docs/bring-your-own-consumer.md is the contract."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0    all that was asked for was judged, and held; what is not applicable does not count",
            "  1    something was broken; with --strict, also where something could not be judged; with --baseline,",
            "       a break that is not listed, or one that is listed and holds now",
            "  2    the command line was wrong",
            "  3    less than was asked for could be judged, or nothing, or the environment is not there"
        })
final class ConformanceCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private Selection selection;

    @Mixin
    private CaseSelection cases;

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

    @Option(names = "--dry-run", description = "say what would be played, by which commands, and play nothing")
    private boolean dryRun;

    @Mixin
    private BaselineOptions baseline;

    @Option(
            names = "--badge",
            paramLabel = "FILE",
            converter = PathOption.class,
            description =
                    "write the score by case to this file as an SVG badge, such as '12 held'; updated after each run")
    private @Nullable Path badge;

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
        Optional<List<Catalogue.Entry>> scenarios = selection.entries();
        List<Catalogue.Entry> asked = cases.entries(scenarios);
        Map<String, String> notApplicable = new LinkedHashMap<>();
        asked.forEach(entry -> missing(entry).ifPresent(why -> notApplicable.put(entry.name(), why)));
        List<Catalogue.Entry> toPlay = asked.stream()
                .filter(entry -> !notApplicable.containsKey(entry.name()))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        CasePlan plan = new CasePlan(cases.cases(scenarios), notApplicable);
        if (dryRun) {
            DryRun.print(toPlay, repeat, plan, entry -> options.arguments(entry.name()), out);
            return ExitCode.OK;
        }
        List<ScenarioRun> runs = toPlay.isEmpty() ? playNothing(plan) : play(toPlay, plan, out);
        ConformanceScore plays = ConformanceScore.of(runs, notApplicable);
        CaseScore score = CaseScore.of(plan.cases(), runs, notApplicable);
        ConformanceConsole.print(runs, plays, score, out);
        baseline.compare(score).ifPresent(found -> BaselineOptions.lines(found).forEach(out::println));
        baseline.write(score, out);
        Verdict verdict = baseline.verdict(score).orElse(cases.isEmpty() ? plays.verdict() : score.verdict());
        return ExitCodes.of(verdict, strict);
    }

    private List<ScenarioRun> play(List<Catalogue.Entry> entries, CasePlan plan, PrintWriter out) {
        List<RunRequest> requests = entries.stream()
                .flatMap(entry -> Stream.generate(() -> RunRequest.of(entry)).limit(repeat))
                .toList();
        return new RunLoop(context, options, out)
                .judging(plan).suite("conformance", requests, jobs, badge()).runs().stream()
                        .map(RunResult::run)
                        .toList();
    }

    /** The files are written all the same: those of an earlier command must not remain. */
    private List<ScenarioRun> playNothing(CasePlan plan) {
        options.results()
                .begin("conformance", List.of(), plan, context.clock(), badge())
                .during(() -> {});
        return List.of();
    }

    private ResultFile[] badge() {
        return badge == null ? new ResultFile[0] : new ResultFile[] {new ResultFile(badge, Badge::text)};
    }

    /** Why the scenario is not applicable to a consumer without the features that were named. */
    private Optional<String> missing(Catalogue.Entry entry) {
        List<Need> missing =
                entry.create().get().needs().stream().filter(without::contains).toList();
        return Optional.of(missing).filter(needs -> !needs.isEmpty()).map(Applicability::reason);
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
