package dev.queuelab.runner.cli;

import dev.queuelab.report.results.CasePlan;
import dev.queuelab.scenarios.cases.ConformanceCase;
import dev.queuelab.scenarios.kit.Catalogue;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a command would play, and play nothing. */
final class DryRun {
    private DryRun() {}

    /**
     * Prints the command of each play, with the cases that it judges.
     *
     * @param repeat how often each is played
     * @param arguments the arguments that play a scenario by itself
     */
    static void print(
            List<Catalogue.Entry> entries,
            int repeat,
            CasePlan plan,
            Function<Catalogue.Entry, List<String>> arguments,
            PrintWriter out) {
        for (Catalogue.Entry entry : entries) {
            out.println(Accusation.command(arguments.apply(entry)) + (repeat == 1 ? "" : "  # " + repeat + " times"));
            plan.cases().stream()
                    .filter(one -> one.scenario().filter(entry.name()::equals).isPresent())
                    .forEach(one -> out.println("  " + one.id() + ": " + one.claim()));
        }
        String everywhere = plan.cases().stream()
                .filter(one -> one.scenario().isEmpty())
                .map(ConformanceCase::id)
                .collect(Collectors.joining(", "));
        if (!everywhere.isEmpty()) {
            out.println("In each of these plays: " + everywhere);
        }
        plan.notPlayed().forEach((name, why) -> out.println("not applicable, so not played: " + name + ", " + why));
        out.println(entries.size() * repeat + " plays, " + plan.cases().size() + " cases");
    }
}
