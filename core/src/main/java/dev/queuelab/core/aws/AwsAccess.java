package dev.queuelab.core.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes clients of SQS and DynamoDB that count their requests. What is not said here comes from the SDK's own
 * variables and files: {@code AWS_ENDPOINT_URL_SQS}, {@code AWS_ENDPOINT_URL_DYNAMODB}, {@code AWS_REGION},
 * {@code AWS_PROFILE} and the default credentials.
 */
public final class AwsAccess implements AutoCloseable {
    private static final String KEPT_CONNECTIONS = "http.maxConnections";

    /** As many threads as a consumer may have, and some others. */
    private static final int MOST_KEPT_CONNECTIONS = 80;

    static {
        // HttpURLConnection repeats a POST by itself when a kept-alive connection turns out to be closed. A message
        // could so be sent twice unseen. The SDK's retries, which are counted, are to be the only ones.
        System.setProperty("sun.net.http.retryPost", "false");
        // Java keeps 5 idle connections to a host, and closes others after each call: too few for many threads.
        if (System.getProperty(KEPT_CONNECTIONS) == null) {
            System.setProperty(KEPT_CONNECTIONS, Integer.toString(MOST_KEPT_CONNECTIONS));
        }
    }

    private static final Pattern LOOPBACK = Pattern.compile("https?://(localhost|127\\.[0-9.]+|\\[::1])([:/].*)?");

    /** Tries a call, the first included, before an error of the network or the service is the caller's. */
    private static final int ATTEMPTS = 3;

    private final SdkHttpClient http;
    private final CallCounter calls = new CallCounter();
    private final List<ExecutionInterceptor> observers = new CopyOnWriteArrayList<>();
    private final Optional<Region> region;
    private final Optional<AwsCredentialsProvider> credentials;
    private final Optional<URI> sqs;
    private final Optional<URI> dynamoDb;
    private final Optional<String> profile;
    private final boolean isolated;

    /** Where an emulator listens. */
    public record Endpoints(URI sqs, URI dynamoDb) {}

    private AwsAccess(
            Optional<String> region,
            Optional<String> profile,
            Optional<AwsCredentialsProvider> credentials,
            Optional<URI> sqs,
            Optional<URI> dynamoDb,
            boolean isolated) {
        this.region = region.map(Region::of);
        this.profile = profile;
        this.credentials = credentials;
        this.sqs = sqs.map(EndpointUrl::usable);
        this.dynamoDb = dynamoDb.map(EndpointUrl::usable);
        this.isolated = isolated;
        this.http = httpClient(this.sqs.map(URI::toString).or(AwsAccess::sqsEndpointOfEnvironment));
    }

    /**
     * An emulator on this machine is never behind a proxy, whatever HTTP_PROXY says. With connections of our own the SDK
     * also leaves out what it does to prepare for TLS, which is a quarter of a process's start.
     */
    private static SdkHttpClient httpClient(Optional<String> endpoint) {
        return endpoint.filter(url -> LOOPBACK.matcher(url).matches()).isPresent()
                ? UrlConnectionHttpClient.create(AwsAccess::connection)
                : UrlConnectionHttpClient.create();
    }

    private static HttpURLConnection connection(URI url) {
        try {
            return (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the environment's variables send calls of SQS, if not to AWS. */
    public static Optional<String> sqsEndpointOfEnvironment() {
        return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL_SQS"))
                .or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")));
    }

    /** The same for DynamoDB. */
    public static Optional<String> dynamoDbEndpointOfEnvironment() {
        return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL_DYNAMODB"))
                .or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")));
    }

    /**
     * As the environment says, but for the region and the profile where they are given. The endpoints are handed to the
     * SDK, which would find the same ones, but read what it knows of all of AWS's regions first.
     *
     * @throws AwsSettingsException if a setting of the AWS SDK cannot be used
     */
    public static AwsAccess fromEnvironment(Optional<String> region, Optional<String> profile) {
        AwsSettings settings = AwsSettings.read(System.getenv(), profile);
        return new AwsAccess(
                region,
                profile,
                profile.map(ProfileCredentialsProvider::create),
                settings.sqs(),
                settings.dynamoDb(),
                false);
    }

    /**
     * An emulator, which takes any credentials. No setting of the user's AWS SDK has a part in it.
     *
     * @throws AwsSettingsException if the address of an endpoint's host is not known
     */
    public static AwsAccess toEmulator(String region, Endpoints endpoints) {
        return withKey(region, endpoints, EmulatorCredentials.KEY_ID, EmulatorCredentials.SECRET);
    }

    /**
     * Endpoints of one's own that know this access key. No setting of the user's AWS SDK has a part in it.
     *
     * @throws AwsSettingsException if the address of an endpoint's host is not known
     */
    public static AwsAccess withKey(String region, Endpoints endpoints, String accessKeyId, String secret) {
        return new AwsAccess(
                Optional.of(region),
                Optional.empty(),
                Optional.of(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secret))),
                Optional.of(endpoints.sqs()),
                Optional.of(endpoints.dynamoDb()),
                true);
    }

    /** A client that tries a failed call up to {@code attempts} times; 1 for a caller that counts and paces its tries. */
    public SqsClient sqs(int attempts) {
        return build(SqsClient.builder(), sqs, retries(attempts));
    }

    public SqsClient sqs() {
        return sqs(ATTEMPTS);
    }

    /** A client that repeats failed calls in this way. */
    public SqsClient sqs(CallRetries retries) {
        return build(SqsClient.builder(), sqs, retries.strategy());
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb(retries(ATTEMPTS));
    }

    /** A client that repeats failed calls in this way. */
    public DynamoDbClient dynamoDb(CallRetries retries) {
        return dynamoDb(retries.strategy());
    }

    private DynamoDbClient dynamoDb(RetryStrategy retries) {
        DynamoDbClientBuilder builder = DynamoDbClient.builder();
        if (isolated) {
            builder.accountIdEndpointMode(AccountIdEndpointMode.DISABLED);
        }
        return build(builder, dynamoDb, retries);
    }

    /** The calls of all clients that are made from now on are shown to the observer. */
    public void observe(ExecutionInterceptor observer) {
        observers.add(observer);
    }

    /** The requests of all clients made here. */
    public CallCounter calls() {
        return calls;
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
            B builder, Optional<URI> endpoint, RetryStrategy retries) {
        region.ifPresent(builder::region);
        credentials.ifPresent(builder::credentialsProvider);
        endpoint.ifPresent(builder::endpointOverride);
        builder.httpClient(http).overrideConfiguration(settings -> {
            settings.addExecutionInterceptor(calls.interceptor())
                    .addExecutionInterceptor(new MissingResource())
                    .retryStrategy(retries);
            observers.forEach(settings::addExecutionInterceptor);
            profile.ifPresent(settings::defaultProfileName);
            if (isolated) {
                SdkIsolation.apply(settings);
            }
        });
        try {
            return isolated ? SdkIsolation.build(builder) : builder.build();
        } catch (SdkException e) {
            throw e; // it says what is missing, such as a region
        } catch (RuntimeException e) {
            throw new AwsSettingsException(
                    "the AWS SDK cannot make a client of its settings (the variables AWS_..., the files in ~/.aws): "
                            + e.getMessage(),
                    e);
        }
    }

    /** Not the SDK's own strategy, which would read AWS_MAX_ATTEMPTS to no purpose. */
    private static RetryStrategy retries(int attempts) {
        return DefaultRetryStrategy.standardStrategyBuilder()
                .maxAttempts(attempts)
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
