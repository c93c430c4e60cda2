package dev.queuelab.runner.cli;

import dev.queuelab.scenarios.cases.CaseKind;
import dev.queuelab.scenarios.cases.Cases;
import dev.queuelab.scenarios.cases.ConformanceCase;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Pace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Conformance cases chosen on the command line, one by one or by their kind, besides scenarios. */
final class CaseSelection {
    @Option(
            names = "--case",
            paramLabel = "ID",
            converter = CaseOption.Id.class,
            description =
                    "play this case alone, such as shutdown/clean-exit-code; may be repeated ('cases' lists them)")
    private List<ConformanceCase> named = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = CaseOption.Kind.class,
            description = "play the cases of this kind alone, such as shutdown; may be repeated")
    private List<CaseKind> kinds = List.of();

    boolean isEmpty() {
        return named.isEmpty() && kinds.isEmpty();
    }

    private Set<ConformanceCase> chosen() {
        Set<ConformanceCase> chosen = new LinkedHashSet<>(named);
        kinds.forEach(kind -> chosen.addAll(Cases.of(kind)));
        return chosen;
    }

    /** The scenarios to play: those that were named, and those that play the cases; without either, all but the long ones. */
    List<Catalogue.Entry> entries(Optional<List<Catalogue.Entry>> scenarios) {
        if (isEmpty()) {
            return scenarios.orElseGet(CaseSelection::usual);
        }
        Set<String> names = new LinkedHashSet<>();
        scenarios.ifPresent(some -> some.forEach(entry -> names.add(entry.name())));
        chosen().forEach(one -> names.add(one.play()));
        return names.stream().flatMap(name -> Catalogue.find(name).stream()).toList();
    }

    private static List<Catalogue.Entry> usual() {
        return Catalogue.all().stream()
                .filter(entry -> entry.pace() != Pace.LONG)
                .toList();
    }

    /** The cases to judge: those that were chosen, and all of the scenarios that were named, or of all played. */
    List<ConformanceCase> cases(Optional<List<Catalogue.Entry>> scenarios) {
        Set<ConformanceCase> chosen = chosen();
        Stream<Catalogue.Entry> whole =
                isEmpty() ? entries(scenarios).stream() : scenarios.stream().flatMap(List::stream);
        whole.forEach(entry -> chosen.addAll(Cases.judgedIn(entry.name())));
        return Cases.all().stream().filter(chosen::contains).toList();
    }
}
