package dev.queuelab.runner.cli;

import dev.queuelab.report.results.JsonCases;
import dev.queuelab.scenarios.cases.CaseKind;
import dev.queuelab.scenarios.cases.Cases;
import dev.queuelab.scenarios.cases.ConformanceCase;
import dev.queuelab.scenarios.check.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        description = {
            "Lists the cases that conformance judges a consumer by, or explains one.",
            "docs/cases.md has the list with the source of each."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CasesCommand implements Runnable {
    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            converter = CaseOption.Id.class,
            description = "the case to explain, such as shutdown/clean-exit-code")
    private @Nullable ConformanceCase one;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = CaseOption.Kind.class,
            description = "those of this kind alone, such as shutdown")
    private @Nullable CaseKind kind;

    @Option(
            names = "--json",
            description = "print them as JSON (docs/schemas/cases.schema.json), with all that is known of each")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (one != null && kind != null) {
            throw new ParameterException(spec.commandLine(), "expected an id, or --kind, and not both");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonCases.text(asked()));
            out.flush();
        } else if (one != null) {
            explain(one, out);
        } else {
            TextTable.lines(table(asked())).forEach(out::println);
        }
    }

    private List<ConformanceCase> asked() {
        return one != null
                ? List.of(one)
                : Optional.ofNullable(kind).map(Cases::of).orElse(Cases.all());
    }

    private static Table table(List<ConformanceCase> cases) {
        return new Table(
                List.of("case", "level", "severity", "answers", "what must hold"),
                cases.stream().map(CasesCommand::row).toList());
    }

    private static List<String> row(ConformanceCase one) {
        return List.of(
                one.id(),
                one.level().label(),
                one.severity().label(),
                one.answers().label(),
                one.claim());
    }

    private static void explain(ConformanceCase one, PrintWriter out) {
        out.println(one.id() + ": " + one.claim());
        out.println();
        out.println("Kind:        " + one.kind().label() + ": " + one.kind().meaning());
        out.println("Level:       " + one.level().label() + ": " + one.level().meaning());
        out.println(
                "Severity:    " + one.severity().label() + ": " + one.severity().meaning());
        out.println("Answers:     the " + one.answers().label());
        out.println("Source:      " + one.source().title());
        out.println("             " + one.source().address());
        out.println("Judged in:   " + one.scenario().orElse("every play") + ", by "
                + String.join(", ", one.requirements()));
        out.println("Play it:     " + one.command());
    }
}
