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
     * @throws EnvironmentException if it is not there
     * @throws dev.queuelab.core.aws.AwsSettingsException if the user's AWS settings, which count on AWS, cannot be used
     */
    public static Environment open(Choice choice, Optional<Path> document, Dist dist) {
        Environment environment = find(choice, document, dist);
        environment.access().close();
        return environment;
    }

    private static Environment find(Choice choice, Optional<Path> document, Dist dist) {
        if (document.isPresent()) {
            Outputs outputs = Outputs.read(document.get());
            return new Environment("outputs", document.get() + at(outputs), outputs, true, () -> {});
        }
        Terraform terraform = Terraform.in(dist.project().resolve("terraform"));
        return switch (choice) {
            case TERRAFORM -> ofTerraform(terraform, terraform.required());
            case SANDBOX -> ofSandbox(dist, "");
            case AUTO ->
                terraform
                        .workspaceIfUsed()
                        .map(workspace -> workspace.outputs().isPresent()
                                ? ofTerraform(terraform, workspace)
                                : ofSandbox(dist, "; nothing is made in Terraform's workspace " + workspace.name()))
                        .orElseGet(() -> ofSandbox(dist, ""));
        };
    }

    private static Environment ofTerraform(Terraform terraform, Terraform.Workspace workspace) {
        Outputs outputs = workspace.outputs().orElseThrow();
        String description =
                "Terraform outputs of " + terraform.folder() + ", workspace " + workspace.name() + at(outputs);
        return new Environment("terraform", description, outputs, true, () -> {});
    }

    /** @param why completes the description */
    private static Environment ofSandbox(Dist dist, String why) {
        PersistentSandbox kept = PersistentSandbox.of(dist);
        return kept.outputs()
                .map(outputs ->
                        new Environment("sandbox", "the sandbox kept up" + at(outputs) + why, outputs, true, () -> {}))
                .orElseGet(() -> ownSandbox(dist, why));
    }

    /** A sandbox for one run, whatever else there is. */
    public static Environment ownSandbox(Dist dist) {
        return ownSandbox(dist, "");
    }

    private static Environment ownSandbox(Dist dist, String why) {
        EphemeralSandbox sandbox = EphemeralSandbox.start(dist);
        return new Environment(
                "sandbox",
                "a sandbox for this run" + at(sandbox.outputs()) + why,
                sandbox.outputs(),
                false,
                sandbox::close);
    }

    private static String at(Outputs outputs) {
        return outputs.endpoints()
                .map(endpoints -> " (SQS at " + endpoints.sqs() + ")")
                .or(() -> AwsAccess.sqsEndpointOfEnvironment()
                        .map(url -> " (SQS at " + url + ", as the environment's AWS_ENDPOINT_URL variables say)"))
                .orElse(" (AWS, " + outputs.region() + ")");
    }
}
