package dev.queuelab.runner.cli;

import dev.queuelab.scenarios.kit.Catalogue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Scenarios named on the command line. */
final class Selection {
    @Parameters(paramLabel = "NAMES", arity = "0..*", description = "names of scenarios, as --list tells them")
    private @Nullable List<String> names;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean isEmpty() {
        return names == null || names.isEmpty();
    }

    /** The scenarios named, in the order of their naming; an unknown name is refused, with the nearest ones. */
    List<Catalogue.Entry> entries() {
        return Optional.ofNullable(names).orElse(List.of()).stream()
                .map(this::find)
                .toList();
    }

    private Catalogue.Entry find(String name) {
        CommandLine root = command.commandLine().getParent();
        return Catalogue.all().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnmatchedArgumentException(root, List.of(name)));
    }
}
