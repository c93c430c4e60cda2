package dev.queuelab.scenarios.cases;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All conformance cases there are, by kind. */
public final class Cases {
    private static final List<ConformanceCase> ALL = Stream.of(
                    GeneralCases.all(),
                    LibraryCases.all(),
                    StrangerCases.all(),
                    OperationCases.all(),
                    ApplicationCases.all())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(ConformanceCase::kind))
            .toList();

    private Cases() {}

    public static List<ConformanceCase> all() {
        return ALL;
    }

    /** The case with this id. */
    public static Optional<ConformanceCase> find(String id) {
        return ALL.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public static List<ConformanceCase> of(CaseKind kind) {
        return ALL.stream().filter(one -> one.kind() == kind).toList();
    }

    /** The cases that a play of this scenario judges. */
    public static List<ConformanceCase> judgedIn(String scenario) {
        return ALL.stream().filter(one -> one.isJudgedIn(scenario)).toList();
    }

    /** Names of the requirements by which a play of {@code scenario} judges {@code one}. */
    public static List<String> requirements(ConformanceCase one, String scenario) {
        if (one.scenario().isPresent()) {
            return one.isJudgedIn(scenario) ? one.requirements() : List.of();
        }
        Set<String> named = namedFor(scenario);
        return one.requirements().stream().filter(name -> !named.contains(name)).toList();
    }

    /** What cases of this scenario itself are judged by: nobody is accused of it twice. */
    private static Set<String> namedFor(String scenario) {
        Set<String> named = new LinkedHashSet<>();
        ALL.stream()
                .filter(one -> one.scenario().filter(scenario::equals).isPresent())
                .forEach(one -> named.addAll(one.requirements()));
        return named;
    }
}
