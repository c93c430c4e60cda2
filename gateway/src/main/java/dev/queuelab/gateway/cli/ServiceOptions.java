package dev.queuelab.gateway.cli;

import dev.queuelab.gateway.proxy.Endpoints;
import dev.queuelab.gateway.signing.AwsEndpoints;
import dev.queuelab.gateway.signing.Signing;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where the services are: an emulator, or AWS. */
final class ServiceOptions {
    @Option(
            names = "--sqs",
            paramLabel = "URL",
            converter = ServiceUrl.class,
            description = "where SQS listens, such as http://127.0.0.1:9324; needed unless there is --aws")
    private Optional<URI> sqs = Optional.empty();

    @Option(
            names = "--dynamodb",
            paramLabel = "URL",
            converter = ServiceUrl.class,
            description = "where DynamoDB listens; if not given, the same as --sqs, or AWS's own with --aws")
    private Optional<URI> dynamoDb = Optional.empty();

    @Option(
            names = "--aws",
            paramLabel = "REGION",
            description = "AWS itself, in this region: calls are re-signed with your own credentials, and only programs"
                    + " with the credentials that the gateway prints may call; --sqs and --dynamodb may name other"
                    + " endpoints with https")
    private Optional<String> region = Optional.empty();

    /**
     * The endpoints.
     *
     * @throws IllegalArgumentException with a sentence, if the options do not fit together
     */
    Endpoints endpoints() {
        if (region.isEmpty()) {
            URI ofSqs = sqs.orElseThrow(() ->
                    new IllegalArgumentException("expected --sqs URL for an emulator, or --aws REGION for AWS itself"));
            Endpoints endpoints = new Endpoints(ofSqs, dynamoDb.orElse(ofSqs));
            all(endpoints).filter(AwsEndpoints::isAws).findFirst().ifPresent(url -> {
                throw new IllegalArgumentException(
                        url + " is AWS's, which takes only calls that are signed for it: add --aws REGION");
            });
            return endpoints;
        }
        String name = region.get();
        if (!AwsEndpoints.isRegion(name)) {
            throw new IllegalArgumentException(
                    "--aws: '" + name + "' is not accepted: expected a region such as us-west-1");
        }
        Endpoints endpoints = new Endpoints(
                sqs.orElseGet(() -> AwsEndpoints.sqs(name)), dynamoDb.orElseGet(() -> AwsEndpoints.dynamoDb(name)));
        all(endpoints)
                .filter(url -> !"https".equalsIgnoreCase(url.getScheme()))
                .findFirst()
                .ifPresent(url -> {
                    throw new IllegalArgumentException(
                            url + " is not accepted with --aws: expected a URL with https, since calls are signed with"
                                    + " your own credentials");
                });
        return endpoints;
    }

    private static Stream<URI> all(Endpoints endpoints) {
        return Stream.of(endpoints.sqs(), endpoints.dynamoDb());
    }

    /** How calls are signed, if they are. */
    Optional<Signing> signing() {
        return region.map(Signing::withDefaultCredentials);
    }
}
