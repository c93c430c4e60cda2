package dev.queuelab.lab.environment;

import dev.queuelab.core.toolbox.FileErrors;
import dev.queuelab.core.toolbox.Utf8File;
import dev.queuelab.lab.process.ChildException;
import dev.queuelab.lab.process.ExternalCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Terraform made, as Terraform itself reports: which workspace is selected, and where its state is, only Terraform
 * knows.
 *
 * @param program how it is called
 */
public record Terraform(Path folder, String program) {
    private static final String VARIABLE = "TERRAFORM";
    private static final String STATE = "terraform.tfstate";

    /** Local state is read in a second; state elsewhere takes longer. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * What is in the selected workspace.
     *
     * @param outputs empty if nothing is made there, or it was destroyed
     */
    record Workspace(String name, Optional<Outputs> outputs) {}

    /** The one in {@code folder}; the variable {@code TERRAFORM} may name the program. */
    public static Terraform in(Path folder) {
        return new Terraform(
                folder, Optional.ofNullable(System.getenv(VARIABLE)).orElse("terraform"));
    }

    /**
     * The selected workspace, if Terraform was ever used here.
     *
     * @throws EnvironmentException if Terraform has state here, but cannot be asked
     */
    Optional<Workspace> workspaceIfUsed() {
        if (!wasUsed()) {
            return Optional.empty();
        }
        try {
            return Optional.of(workspace());
        } catch (ProgramMissingException e) {
            if (hasState()) {
                throw new EnvironmentException("there is Terraform state in " + folder + ", but " + e.getMessage(), e);
            }
            return Optional.empty();
        }
    }

    /**
     * The stacks in the selected workspace.
     *
     * @throws EnvironmentException if there are none, or Terraform cannot be asked
     */
    Workspace required() {
        if (!Files.isDirectory(folder)) {
            throw new EnvironmentException(folder
                    + " does not exist: --environment terraform works in the project's folder, and --outputs FILE"
                    + " anywhere");
        }
        Workspace workspace = workspace();
        if (workspace.outputs().isEmpty()) {
            throw new EnvironmentException(
                    wasUsed()
                            ? "Terraform's workspace " + workspace.name() + " in " + folder
                                    + " has no outputs: nothing is made, or it was destroyed;"
                                    + " `make infra-up` makes the stacks"
                            : "there is no Terraform state in " + folder + ": `make infra-up` makes the stacks");
        }
        return workspace;
    }

    private Workspace workspace() {
        TerraformOutputs outputs = outputs();
        String name = ask("workspace", "show")
                .lines()
                .filter(line -> line.matches("[\\w.~%+-]+"))
                .findFirst()
                .orElse("(unknown)");
        return new Workspace(
                name,
                outputs.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Outputs.parse(outputs.document().toString(), "the output of " + program)));
    }

    /**
     * What the selected workspace has.
     *
     * @throws EnvironmentException if Terraform cannot be run, fails, or prints no outputs document
     */
    public TerraformOutputs outputs() {
        return TerraformOutputs.find(ask("output", "-json"))
                .orElseThrow(() -> new EnvironmentException(
                        program + " output printed no outputs document: expected a line that begins with {"));
    }

    /** Where none of these is, there is neither state nor a way to it, and a call to Terraform would take a second. */
    private boolean wasUsed() {
        boolean left = Stream.of(".terraform", STATE, "terraform.tfstate.d")
                .map(folder::resolve)
                .anyMatch(Files::exists);
        boolean led =
                Stream.of("TF_DATA_DIR", "TF_WORKSPACE").map(System::getenv).anyMatch(value -> value != null);
        return Files.isDirectory(folder) && (left || led);
    }

    /** As far as that shows without Terraform: a local state with outputs, or a backend that keeps it elsewhere. */
    private boolean hasState() {
        Path workspaces = folder.resolve("terraform.tfstate.d");
        try {
            List<Path> states = new ArrayList<>(List.of(folder.resolve(STATE)));
            if (Files.isDirectory(workspaces)) {
                try (Stream<Path> folders = Files.list(workspaces)) {
                    folders.map(each -> each.resolve(STATE)).forEach(states::add);
                }
            }
            for (Path state : states) {
                if (Files.exists(state) && Utf8File.read(state).contains("\"queue_url\"")) {
                    return true;
                }
            }
            return Files.exists(folder.resolve(".terraform").resolve(STATE));
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot read Terraform's state in " + folder + ": " + FileErrors.reason(e), e);
        }
    }

    private String ask(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program, "-chdir=" + folder));
        command.addAll(List.of(arguments));
        ExternalCommand.Output output;
        try {
            // A wrapper that looks at TERRAFORM itself would call itself.
            output = ExternalCommand.run(command, Set.of(VARIABLE), LIMIT);
        } catch (ChildException e) {
            throw new ProgramMissingException(e);
        }
        if (output.exitCode() != 0) {
            throw new EnvironmentException(program + " " + arguments[0] + " failed with exit code " + output.exitCode()
                    + ": " + output.err().strip() + "; `make infra-validate` checks the configuration");
        }
        return output.out();
    }
}
