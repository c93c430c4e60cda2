package dev.queuelab.lab.wire;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.gateway.proxy.Endpoints;
import dev.queuelab.gateway.signing.AwsEndpoints;
import dev.queuelab.gateway.signing.Signing;
import dev.queuelab.lab.environment.Environment;
import java.net.URI;
import java.util.Optional;

/**
 * What a run's gateway forwards to.
 *
 * @param signing with which calls are re-signed; empty for an emulator, which takes any signature
 */
record Services(Endpoints endpoints, Optional<Signing> signing) {

    /** The services of an environment: an emulator's, or AWS's own, where the SDK's variables name no others. */
    static Services of(Environment environment) {
        return environment
                .outputs()
                .endpoints()
                .map(emulator -> new Services(new Endpoints(emulator.sqs(), emulator.dynamoDb()), Optional.empty()))
                .orElseGet(() -> aws(environment.outputs().region()));
    }

    private static Services aws(String region) {
        return new Services(
                new Endpoints(
                        AwsAccess.sqsEndpointOfEnvironment().map(URI::create).orElseGet(() -> AwsEndpoints.sqs(region)),
                        AwsAccess.dynamoDbEndpointOfEnvironment()
                                .map(URI::create)
                                .orElseGet(() -> AwsEndpoints.dynamoDb(region))),
                Optional.of(Signing.withDefaultCredentials(region)));
    }
}
