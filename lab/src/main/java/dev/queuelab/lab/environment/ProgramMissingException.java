package dev.queuelab.lab.environment;

import dev.queuelab.lab.process.ChildException;

/** Terraform cannot be run. */
final class ProgramMissingException extends EnvironmentException {
    private static final long serialVersionUID = 1L;

    ProgramMissingException(ChildException cause) {
        super(
                cause.getMessage()
                        + "; install Terraform, name the program in TERRAFORM, or use --environment sandbox"
                        + " (`make preflight` lists what is missing)",
                cause);
    }
}
