package dev.queuelab.lab.environment;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.lab.process.Dist;
import java.nio.file.Path;
import java.util.Optional;

/** Finds or makes the environment that a command line asks for. */
public final class Environments {
    private Environments() {}

    /** Which environment is asked for. */
    public enum Choice {
        /** Terraform's, where it has made one; else the sandbox. */
        AUTO,
        /** The sandbox that is kept up, or else one for this run alone. */
        SANDBOX,
        /** What {@code terraform output -json} prints. */
        TERRAFORM
    }

    /**
     * Opens the environment.
     *
     * @param document an outputs document to read instead of asking anybody
     */
    public static Environment open(Choice choice, Optional<Path> document, Dist dist) {
        if (document.isPresent()) {
            Outputs outputs = Outputs.read(document.get());
            return new Environment("outputs", document.get() + at(outputs), outputs, true, () -> {});
        }
        Terraform terraform = new Terraform(dist.project().resolve("terraform"));
        boolean useTerraform = choice == Choice.TERRAFORM || (choice == Choice.AUTO && terraform.hasState());
        return useTerraform ? ofTerraform(terraform) : ofSandbox(dist);
    }

    private static Environment ofTerraform(Terraform terraform) {
        Outputs outputs = terraform.outputs();
        return new Environment(
                "terraform", "Terraform outputs of " + terraform.folder() + at(outputs), outputs, true, () -> {});
    }

    private static Environment ofSandbox(Dist dist) {
        PersistentSandbox kept = PersistentSandbox.of(dist);
        return kept.outputs()
                .map(outputs ->
                        new Environment("sandbox", "the sandbox kept up" + at(outputs), outputs, true, () -> {}))
                .orElseGet(() -> ownSandbox(dist));
    }

    /** A sandbox for one run, whatever else there is. */
    public static Environment ownSandbox(Dist dist) {
        EphemeralSandbox sandbox = EphemeralSandbox.start(dist);
        return new Environment(
                "sandbox", "a sandbox for this run" + at(sandbox.outputs()), sandbox.outputs(), false, sandbox::close);
    }

    private static String at(Outputs outputs) {
        return outputs.endpoints()
                .map(endpoints -> " (SQS at " + endpoints.sqs() + ")")
                .or(() -> AwsAccess.sqsEndpointOfEnvironment()
                        .map(url -> " (SQS at " + url + ", as the environment's AWS_ENDPOINT_URL variables say)"))
                .orElse(" (AWS, " + outputs.region() + ")");
    }
}
