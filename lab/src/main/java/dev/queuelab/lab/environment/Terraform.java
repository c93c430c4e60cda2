package dev.queuelab.lab.environment;

import dev.queuelab.lab.process.ChildException;
import dev.queuelab.lab.process.ExternalCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Terraform made, as its command line reports; {@code TERRAFORM} names the program. */
record Terraform(Path folder) {
    private static final String VARIABLE = "TERRAFORM";

    /** Local state is read in a second; state elsewhere takes longer. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Whether there is state with anything in it: after a destroy there is a file, but with no outputs. */
    boolean hasState() {
        Path state = state();
        try {
            return Files.exists(state) && Files.readString(state).contains("\"queue_url\"");
        } catch (IOException e) {
            throw new EnvironmentException("cannot read Terraform's state " + state + ": " + e, e);
        }
    }

    Outputs outputs() {
        if (!Files.isDirectory(folder)) {
            throw new EnvironmentException(folder
                    + " does not exist: --environment terraform works in the project's folder, and --outputs FILE"
                    + " anywhere");
        }
        String program = Optional.ofNullable(System.getenv(VARIABLE)).orElse("terraform");
        ExternalCommand.Output output = ask(program);
        if (output.exitCode() != 0) {
            throw new EnvironmentException(program + " output failed with exit code " + output.exitCode() + ": "
                    + output.err().strip() + "; `make infra-validate` checks the configuration");
        }
        if (output.out().strip().equals("{}")) {
            throw new EnvironmentException(
                    Files.exists(state())
                            ? "Terraform's state in " + folder
                                    + " has no outputs: nothing is made, or it was destroyed;"
                                    + " `make infra-up` makes the stacks"
                            : "there is no Terraform state in " + folder + ": `make infra-up` makes the stacks");
        }
        return Outputs.parse(output.out(), "the output of " + program);
    }

    private Path state() {
        return folder.resolve("terraform.tfstate");
    }

    private ExternalCommand.Output ask(String program) {
        try {
            // A wrapper that looks at TERRAFORM itself would call itself.
            return ExternalCommand.run(
                    List.of(program, "-chdir=" + folder, "output", "-json"), Set.of(VARIABLE), LIMIT);
        } catch (ChildException e) {
            throw new EnvironmentException(
                    e.getMessage()
                            + "; install Terraform, name the program in TERRAFORM, or use --environment sandbox"
                            + " (`make preflight` lists what is missing)",
                    e);
        }
    }
}
