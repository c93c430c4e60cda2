package dev.queuelab.core.aws;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Adds to the error about a queue or table that does not exist which one it is: the services do not say. */
final class MissingResource implements ExecutionInterceptor {

    @Override
    public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
        if (context.exception() instanceof AwsServiceException service
                && service.awsErrorDetails() != null
                && ErrorCodes.isGone(service)) {
            return resource(context.request())
                    .<Throwable>map(name -> named(service, name))
                    .orElse(service);
        }
        return context.exception();
    }

    private static AwsServiceException named(AwsServiceException e, String name) {
        AwsErrorDetails details = e.awsErrorDetails();
        String message = name + " does not exist: " + details.errorMessage();
        return e.toBuilder()
                .message(message)
                .awsErrorDetails(details.toBuilder().errorMessage(message).build())
                .build();
    }

    private static Optional<String> resource(SdkRequest request) {
        return Stream.of(
                        request.getValueForField("QueueUrl", String.class).map(url -> "queue " + url),
                        request.getValueForField("SourceArn", String.class).map(arn -> "queue " + arn),
                        request.getValueForField("TableName", String.class).map(table -> "table " + table),
                        request.getValueForField("RequestItems", Map.class)
                                .map(items -> "table " + names(items.keySet())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String names(Collection<?> tables) {
        List<String> names = tables.stream().map(String::valueOf).sorted().toList();
        return String.join(" or ", names);
    }
}
