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
     * @param sandbox what a sandbox for this run alone is to be like
     * @throws EnvironmentException if it is not there
     * @throws dev.queuelab.core.aws.AwsSettingsException if the user's AWS settings, which count on AWS, cannot be used
     */
    public static Environment open(Choice choice, Optional<Path> document, Dist dist, OwnSandbox sandbox) {
        Environment environment = find(choice, document, dist, sandbox);
        environment.access().close();
        return environment;
    }

    private static Environment find(Choice choice, Optional<Path> document, Dist dist, OwnSandbox sandbox) {
        if (document.isPresent()) {
            sandbox.requireNothingOf("the stacks of " + document.get());
            Outputs outputs = Outputs.read(document.get());
            return new Environment("outputs", document.get() + at(outputs), outputs, true, () -> {});
        }
        Terraform terraform = Terraform.in(dist.project().resolve("terraform"));
        return switch (choice) {
            case TERRAFORM -> ofTerraform(terraform, terraform.required(), sandbox);
            case SANDBOX -> ofSandbox(dist, sandbox, "");
            case AUTO ->
                terraform
                        .workspaceIfUsed()
                        .map(workspace -> workspace.outputs().isPresent()
                                ? ofTerraform(terraform, workspace, sandbox)
                                : ofSandbox(
                                        dist,
                                        sandbox,
                                        "; nothing is made in Terraform's workspace " + workspace.name()))
                        .orElseGet(() -> ofSandbox(dist, sandbox, ""));
        };
    }

    private static Environment ofTerraform(Terraform terraform, Terraform.Workspace workspace, OwnSandbox sandbox) {
        sandbox.requireNothingOf("the stacks that Terraform has made");
        Outputs outputs = workspace.outputs().orElseThrow();
        String description =
                "Terraform outputs of " + terraform.folder() + ", workspace " + workspace.name() + at(outputs);
        return new Environment("terraform", description, outputs, true, () -> {});
    }

    /** @param why completes the description */
    private static Environment ofSandbox(Dist dist, OwnSandbox sandbox, String why) {
        PersistentSandbox kept = PersistentSandbox.of(dist);
        return kept.outputs()
                .map(outputs -> {
                    sandbox.requireNothingOf("the sandbox kept up");
                    return new Environment(
                            "sandbox", "the sandbox kept up" + at(outputs) + why, outputs, true, () -> {});
                })
                .orElseGet(() -> ownSandbox(dist, sandbox, why));
    }

    /** A sandbox for this program alone, whatever else there is. */
    public static Environment ownSandbox(Dist dist, OwnSandbox settings) {
        return ownSandbox(dist, settings, "");
    }

    private static Environment ownSandbox(Dist dist, OwnSandbox settings, String why) {
        EphemeralSandbox sandbox = EphemeralSandbox.start(dist, settings);
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
