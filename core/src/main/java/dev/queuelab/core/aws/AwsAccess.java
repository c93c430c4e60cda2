package dev.queuelab.core.aws;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes clients of SQS and DynamoDB that count their requests. What is not said here comes from the SDK's own
 * variables and files: {@code AWS_ENDPOINT_URL_SQS}, {@code AWS_ENDPOINT_URL_DYNAMODB}, {@code AWS_REGION},
 * {@code AWS_PROFILE} and the default credentials.
 */
public final class AwsAccess implements AutoCloseable {
    static {
        // HttpURLConnection repeats a POST by itself when a kept-alive connection turns out to be closed. A message
        // could so be sent twice unseen. The SDK's retries, which are counted, are to be the only ones.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private static final Pattern LOOPBACK = Pattern.compile("https?://(localhost|127\\.[0-9.]+|\\[::1])([:/].*)?");

    /** Tries a call, the first included, before an error of the network or the service is the caller's. */
    private static final int ATTEMPTS = 3;

    private final SdkHttpClient http;
    private final CallCounter calls = new CallCounter();
    private final Optional<Region> region;
    private final Optional<AwsCredentialsProvider> credentials;
    private final Optional<Endpoints> endpoints;
    private final Optional<String> profile;

    /** Where an emulator listens. */
    public record Endpoints(URI sqs, URI dynamoDb) {}

    private AwsAccess(
            Optional<String> region,
            Optional<String> profile,
            Optional<AwsCredentialsProvider> credentials,
            Optional<Endpoints> endpoints) {
        this.region = region.map(Region::of);
        this.profile = profile;
        this.credentials = credentials;
        this.endpoints = endpoints;
        this.http =
                httpClient(endpoints.map(Endpoints::sqs).map(URI::toString).or(AwsAccess::sqsEndpointOfEnvironment));
    }

    /** An emulator on this machine is never behind a proxy, whatever HTTP_PROXY says. */
    private static SdkHttpClient httpClient(Optional<String> endpoint) {
        UrlConnectionHttpClient.Builder builder = UrlConnectionHttpClient.builder();
        if (endpoint.filter(url -> LOOPBACK.matcher(url).matches()).isPresent()) {
            builder.proxyConfiguration(ProxyConfiguration.builder()
                    .useSystemPropertyValues(false)
                    .useEnvironmentVariablesValues(false)
                    .build());
        }
        return builder.build();
    }

    /** Where the environment's variables send calls of SQS, if not to AWS. */
    public static Optional<String> sqsEndpointOfEnvironment() {
        return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL_SQS"))
                .or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")));
    }

    /** As the environment says, but for the region and the profile where they are given. */
    public static AwsAccess fromEnvironment(Optional<String> region, Optional<String> profile) {
        return new AwsAccess(region, profile, profile.map(ProfileCredentialsProvider::create), Optional.empty());
    }

    /** An emulator, which takes any credentials. */
    public static AwsAccess toEmulator(String region, Endpoints endpoints) {
        AwsBasicCredentials anybody =
                AwsBasicCredentials.create(EmulatorCredentials.KEY_ID, EmulatorCredentials.SECRET);
        return new AwsAccess(
                Optional.of(region),
                Optional.empty(),
                Optional.of(StaticCredentialsProvider.create(anybody)),
                Optional.of(endpoints));
    }

    /** A client that tries a failed call up to {@code attempts} times; 1 for a caller that counts and paces its tries. */
    public SqsClient sqs(int attempts) {
        return build(SqsClient.builder(), endpoints.map(Endpoints::sqs), attempts);
    }

    public SqsClient sqs() {
        return sqs(ATTEMPTS);
    }

    public DynamoDbClient dynamoDb() {
        return build(DynamoDbClient.builder(), endpoints.map(Endpoints::dynamoDb), ATTEMPTS);
    }

    /** The requests of all clients made here. */
    public CallCounter calls() {
        return calls;
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
            B builder, Optional<URI> endpoint, int attempts) {
        RetryStrategy retries = AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(attempts)
                .build();
        region.ifPresent(builder::region);
        credentials.ifPresent(builder::credentialsProvider);
        endpoint.ifPresent(builder::endpointOverride);
        return builder.httpClient(http)
                .overrideConfiguration(settings -> {
                    settings.addExecutionInterceptor(calls.interceptor()).retryStrategy(retries);
                    profile.ifPresent(settings::defaultProfileName);
                })
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
