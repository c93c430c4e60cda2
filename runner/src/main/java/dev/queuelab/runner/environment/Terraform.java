package dev.queuelab.runner.environment;

import dev.queuelab.runner.process.ChildException;
import dev.queuelab.runner.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What Terraform made, as its command line tells; {@code TERRAFORM} names the program. */
record Terraform(Path folder) {

    /** Whether there is state with anything in it: after a destroy there is a file, but with no outputs. */
    boolean hasState() {
        Path state = folder.resolve("terraform.tfstate");
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
        String program = Optional.ofNullable(System.getenv("TERRAFORM")).orElse("terraform");
        Tool.Output output = ask(program);
        if (output.exitCode() != 0) {
            throw new EnvironmentException(program + " output failed with exit code " + output.exitCode() + ": "
                    + output.err().strip());
        }
        return Outputs.parse(output.out(), "the output of " + program);
    }

    private Tool.Output ask(String program) {
        try {
            return Tool.run(List.of(program, "-chdir=" + folder, "output", "-json"));
        } catch (ChildException e) {
            throw new EnvironmentException(
                    e.getMessage() + "; install Terraform, name the program in TERRAFORM, or use --environment sandbox",
                    e);
        }
    }
}
