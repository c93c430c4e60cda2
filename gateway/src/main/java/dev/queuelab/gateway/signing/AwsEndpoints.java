package dev.queuelab.gateway.signing;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointProvider;
import software.amazon.awssdk.services.sqs.endpoints.SqsEndpointProvider;

/** Where AWS's own services are, as the SDK knows it. */
public final class AwsEndpoints {
    private static final Pattern REGION = Pattern.compile("[a-z]{2,6}(-[a-z]+){1,2}-\\d{1,2}");
    private static final Pattern AWS = Pattern.compile("(.+\\.)?(amazonaws\\.(com|com\\.cn)|api\\.aws)");

    private AwsEndpoints() {}

    /** Whether the text has the form of a region's name, such as us-west-1. */
    public static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    /** Whether it is a host of AWS, which takes only calls that are signed for it. */
    public static boolean isAws(URI url) {
        return url.getHost() != null && AWS.matcher(url.getHost()).matches();
    }

    public static URI sqs(String region) {
        return url(
                SqsEndpointProvider.defaultProvider().resolveEndpoint(settings -> settings.region(Region.of(region))));
    }

    public static URI dynamoDb(String region) {
        return url(DynamoDbEndpointProvider.defaultProvider()
                .resolveEndpoint(settings -> settings.region(Region.of(region))));
    }

    private static URI url(CompletableFuture<Endpoint> endpoint) {
        return endpoint.join().url();
    }
}
