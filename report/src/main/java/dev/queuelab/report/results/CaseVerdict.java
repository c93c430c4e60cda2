package dev.queuelab.report.results;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.run.ScenarioOptions;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.report.results.ConformanceRow.Result;
import dev.queuelab.scenarios.cases.Cases;
import dev.queuelab.scenarios.cases.ConformanceCase;
import dev.queuelab.scenarios.cases.Level;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.LivenessChecks;
import dev.queuelab.scenarios.check.Precondition;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Applicability;
import dev.queuelab.scenarios.kit.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one play says of one case.
 *
 * @param why the finding behind it; empty text if it held
 */
record CaseVerdict(Result result, String why) {
    private static final Set<String> LIVENESS =
            LivenessChecks.ALL.stream().map(Check::name).collect(Collectors.toUnmodifiableSet());

    /** By scenario: a scenario is made to find them, which is too much for each case of each play. */
    private static final Map<String, Set<String>> PRECONDITIONS = new ConcurrentHashMap<>();

    /** Only a requirement that failed accuses; what does not suffice for a verdict is not judged, and says why. */
    static CaseVerdict of(ConformanceCase one, ScenarioRun run) {
        List<String> requirements = Cases.requirements(one, run.scenario());
        List<CheckOutcome> judged = run.checks().stream()
                .filter(outcome -> requirements.contains(outcome.check()))
                .toList();
        return first(judged, Verdict.FAIL, Result.BROKEN)
                .or(() -> notApplicable(run))
                .or(() -> unfinished(one, run, judged, requirements))
                .or(() -> first(judged, Verdict.UNKNOWN, Result.NOT_JUDGED))
                .or(() -> unobservable(one, judged))
                .or(() -> notProvoked(run))
                .or(() -> first(judged, Verdict.SKIP, Result.NOT_JUDGED))
                .orElseGet(() -> new CaseVerdict(Result.HELD, ""));
    }

    /** Whether the play was to judge the case: every play judges liveness, but names its checks only where they fail. */
    static boolean concerns(ConformanceCase one, ScenarioRun run) {
        List<String> requirements = Cases.requirements(one, run.scenario());
        return requirements.stream()
                .anyMatch(name -> one.scenario().isPresent()
                        || LIVENESS.contains(name)
                        || run.checks().stream()
                                .anyMatch(outcome -> outcome.check().equals(name)));
    }

    /** All findings of the checks by which the play breaks the case, each on one line that is safe to print. */
    static List<String> facts(ConformanceCase one, ScenarioRun run) {
        List<String> requirements = Cases.requirements(one, run.scenario());
        return run.checks().stream()
                .filter(outcome -> outcome.verdict() == Verdict.FAIL && requirements.contains(outcome.check()))
                .flatMap(outcome -> outcome.findings().stream().map(finding -> outcome.check() + ": " + finding))
                .map(fact -> Text.printable(Text.onOneLine(fact)))
                .toList();
    }

    private static Optional<CaseVerdict> first(List<CheckOutcome> outcomes, Verdict verdict, Result result) {
        return outcomes.stream()
                .filter(outcome -> outcome.verdict() == verdict)
                .findFirst()
                .map(outcome -> new CaseVerdict(result, describe(outcome)));
    }

    private static String describe(CheckOutcome outcome) {
        return outcome.check() + ": " + outcome.findings().get(0);
    }

    private static Optional<CaseVerdict> notApplicable(ScenarioRun run) {
        return run.checks().stream()
                .filter(outcome -> outcome.check().equals(Applicability.NAME))
                .findFirst()
                .map(outcome -> new CaseVerdict(
                        Result.NOT_APPLICABLE, outcome.findings().get(0)));
    }

    /** A play that a consumer ended is judged by its liveness alone. */
    private static Optional<CaseVerdict> unfinished(
            ConformanceCase one, ScenarioRun run, List<CheckOutcome> judged, List<String> requirements) {
        if (run.trouble().isPresent()) {
            return Optional.of(new CaseVerdict(
                    Result.NOT_JUDGED,
                    "the play did not get to its end: "
                            + run.trouble().get().lines().findFirst().orElse("")));
        }
        if (one.scenario().isEmpty()) {
            return Optional.empty(); // it names the checks of all plays, of which each has some
        }
        return requirements.stream()
                .filter(name -> !LIVENESS.contains(name)) // which a play that got to its end shows
                .filter(name ->
                        judged.stream().noneMatch(outcome -> outcome.check().equals(name)))
                .findFirst()
                .map(name -> new CaseVerdict(Result.NOT_JUDGED, "the play was not judged by '" + name + "'"));
    }

    private static Optional<CaseVerdict> notProvoked(ScenarioRun run) {
        Set<String> preconditions = PRECONDITIONS.computeIfAbsent(run.scenario(), CaseVerdict::preconditions);
        List<CheckOutcome> provoked = run.checks().stream()
                .filter(outcome -> preconditions.contains(outcome.check()))
                .toList();
        return first(provoked, Verdict.UNKNOWN, Result.NOT_JUDGED)
                .or(() -> first(provoked, Verdict.SKIP, Result.NOT_APPLICABLE));
    }

    private static Set<String> preconditions(String scenario) {
        return Catalogue.find(scenario).stream()
                .flatMap(entry -> checks(entry))
                .filter(Precondition.class::isInstance)
                .map(Check::name)
                .collect(Collectors.toSet());
    }

    private static Stream<Check> checks(Catalogue.Entry entry) {
        return ScenarioOptions.set(entry.create().get(), List.of()).allChecks().stream();
    }

    /** A case is not applicable to a consumer that shows less than it needs, whatever came about. */
    private static Optional<CaseVerdict> unobservable(ConformanceCase one, List<CheckOutcome> judged) {
        return one.level() == Level.WIRE
                ? Optional.empty()
                : first(judged, Verdict.SKIP, Result.NOT_APPLICABLE)
                        .map(verdict ->
                                new CaseVerdict(verdict.result(), "needs " + need(one.level()) + "; " + verdict.why()));
    }

    private static String need(Level level) {
        return level == Level.HISTORY ? "a history of the consumer" : "effects that are seen";
    }
}
