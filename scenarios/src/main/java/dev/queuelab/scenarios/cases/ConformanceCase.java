package dev.queuelab.scenarios.cases;

import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What any consumer can be held to: one sentence, where it is known from, and which requirements of which scenario judge it.
 *
 * @param id {@code kind/slug}; it never changes
 * @param claim what must hold, in one sentence
 * @param level how well a consumer must be known for the case to be judged
 * @param answers who answers for it
 * @param source where it is known from
 * @param scenario its play; empty if it is judged in every play
 * @param requirements names of the requirements that judge it
 */
public record ConformanceCase(
        String id,
        String claim,
        Severity severity,
        Level level,
        Answerer answers,
        Source source,
        Optional<String> scenario,
        List<String> requirements) {

    /** What plays a case alone that is judged in every play. */
    private static final String SIMPLEST = "happy";

    public ConformanceCase {
        requirements = List.copyOf(requirements);
    }

    /**
     * Where a case is known from.
     *
     * @param title of the page, or of the public report that taught it
     */
    public record Source(String title, String address) {}

    /** What must hold, and who answers for it; at the level of the wire, until it says otherwise. */
    static ConformanceCase library(String id, String claim, Severity severity, Source source) {
        return new ConformanceCase(
                id, claim, severity, Level.WIRE, Answerer.LIBRARY, source, Optional.empty(), List.of());
    }

    /** The same for what the library's user answers for, whose effects must be seen. */
    static ConformanceCase application(String id, String claim, Severity severity, Source source) {
        return new ConformanceCase(
                id, claim, severity, Level.EFFECTS, Answerer.APPLICATION, source, Optional.empty(), List.of());
    }

    /** The same at this level. */
    ConformanceCase at(Level other) {
        return new ConformanceCase(id, claim, severity, other, answers, source, scenario, requirements);
    }

    /** The same, judged in this scenario by these requirements. */
    ConformanceCase judgedIn(String name, Requirement... by) {
        return judgedIn(name, names(by));
    }

    /** The same, by the names of requirements that a scenario makes for itself. */
    ConformanceCase judgedIn(String name, List<String> by) {
        return new ConformanceCase(id, claim, severity, level, answers, source, Optional.of(name), by);
    }

    /** The same, judged in every play by those of these requirements that no other case of its scenario names. */
    ConformanceCase judgedEverywhere(Requirement... by) {
        return new ConformanceCase(id, claim, severity, level, answers, source, Optional.empty(), names(by));
    }

    private static List<String> names(Requirement... requirements) {
        return Stream.of(requirements).<String>map(Check::name).toList();
    }

    /** What it is about. */
    public CaseKind kind() {
        String label = id.substring(0, id.indexOf('/'));
        return CaseKind.of(label).orElseThrow(() -> new IllegalStateException(id + " is of no known kind"));
    }

    /** The scenario that plays it alone. */
    public String play() {
        return scenario.orElse(SIMPLEST);
    }

    /** The command that plays it alone, with CMD for the consumer's. */
    public String command() {
        return "java -jar dist/runner.jar conformance --case " + id + " --consumer-cmd CMD";
    }

    /** Whether a play of this scenario judges it. */
    public boolean isJudgedIn(String name) {
        return scenario.map(name::equals).orElse(true);
    }
}
