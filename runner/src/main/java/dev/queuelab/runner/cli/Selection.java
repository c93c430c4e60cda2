package dev.queuelab.runner.cli;

import dev.queuelab.scenarios.kit.Catalogue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Scenarios chosen on the command line: by their names, or by their pace. */
final class Selection {
    @Parameters(paramLabel = "NAMES", arity = "0..*", description = "names of scenarios, as --list prints them")
    private @Nullable List<String> names;

    @ArgGroup(exclusive = true)
    private @Nullable Group group;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Scenarios by pace, in place of names. */
    static final class Group {
        @Option(names = "--short", required = true, description = "those that end in seconds")
        private boolean shortOnes;

        @Option(names = "--long", required = true, description = "those that take minutes")
        private boolean longOnes;

        @Option(names = "--all", required = true, description = "all of them")
        private boolean all;

        boolean has(Catalogue.Entry entry) {
            return switch (entry.pace()) {
                case SHORT -> all || shortOnes;
                case LONG -> all || longOnes;
                case CONFORMANCE -> all;
            };
        }
    }

    /**
     * The scenarios named, in the order of their naming, or those of a pace; empty if nothing was chosen.
     *
     * @throws ParameterException if an unknown name is among them, which is refused with the nearest ones, or if
     *     scenarios are chosen both ways
     */
    Optional<List<Catalogue.Entry>> entries() {
        if (names == null || names.isEmpty()) {
            return Optional.ofNullable(group).map(Selection::all);
        }
        if (group != null) {
            throw new ParameterException(
                    command.commandLine(),
                    "expected names of scenarios, or one of --short, --long and --all, and not both");
        }
        return Optional.of(names.stream().map(this::find).toList());
    }

    private static List<Catalogue.Entry> all(Group group) {
        return Catalogue.all().stream().filter(group::has).toList();
    }

    private Catalogue.Entry find(String name) {
        CommandLine root = command.commandLine().getParent();
        return Catalogue.find(name).orElseThrow(() -> new UnmatchedArgumentException(root, List.of(name)));
    }
}
