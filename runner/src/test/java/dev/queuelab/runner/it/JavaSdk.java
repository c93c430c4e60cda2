package dev.queuelab.runner.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.core.aws.ErrorCodes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.utils.builder.Buildable;

/** The AWS SDK for Java, by the API's own names. */
final class JavaSdk implements SdkClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqsClient sqs;
    private final DynamoDbClient dynamoDb;

    JavaSdk(URI endpoint) {
        this.sqs = configured(SqsClient.builder(), endpoint).build();
        this.dynamoDb = configured(DynamoDbClient.builder(), endpoint).build();
    }

    private static <B extends AwsClientBuilder<B, ?>> B configured(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()));
    }

    @Override
    public JsonNode call(String service, String operation, Map<String, Object> request) {
        Object client = service.equals("SQS") ? sqs : dynamoDb;
        Method method = method(client, Character.toLowerCase(operation.charAt(0)) + operation.substring(1));
        try {
            SdkPojo builder =
                    (SdkPojo) method.getParameterTypes()[0].getMethod("builder").invoke(null);
            fill(builder, JSON.valueToTree(request));
            return JSON.valueToTree(plain((SdkPojo) method.invoke(client, ((Buildable) builder).build())));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SdkException failure) {
                throw new CallFailedException(ErrorCodes.of(failure), String.valueOf(failure.getMessage()));
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method method(Object client, String name) {
        return Arrays.stream((client instanceof SqsClient ? SqsClient.class : DynamoDbClient.class).getMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && SdkPojo.class.isAssignableFrom(method.getParameterTypes()[0]))
                .findFirst()
                .orElseThrow();
    }

    private static void fill(SdkPojo builder, JsonNode values) {
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode value = values.get(field.locationName());
            if (value != null) {
                field.set(builder, value(field, value));
            }
        }
    }

    private static Object value(SdkField<?> field, JsonNode value) {
        switch (field.marshallingType().getTargetClass().getSimpleName()) {
            case "List" -> {
                List<Object> list = new ArrayList<>();
                SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
                value.forEach(element -> list.add(value(member, element)));
                return list;
            }
            case "Map" -> {
                Map<String, Object> map = new LinkedHashMap<>();
                SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
                value.properties().forEach(entry -> map.put(entry.getKey(), value(member, entry.getValue())));
                return map;
            }
            case "SdkPojo" -> {
                SdkPojo builder = field.constructor().get();
                fill(builder, value);
                return ((Buildable) builder).build();
            }
            case "Integer" -> {
                return value.intValue();
            }
            case "Boolean" -> {
                return value.booleanValue();
            }
            default -> {
                return value.asText();
            }
        }
    }

    private static Object plain(Object value) {
        if (value instanceof SdkPojo pojo) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (SdkField<?> field : pojo.sdkFields()) {
                Object member = field.getValueOrDefault(pojo);
                if (member != null && !member.getClass().getSimpleName().startsWith("DefaultSdkAuto")) {
                    map.put(field.locationName(), plain(member));
                }
            }
            return map;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JavaSdk::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> plain = new LinkedHashMap<>();
            map.forEach((key, member) -> plain.put(key, plain(member)));
            return plain;
        }
        return value instanceof Instant ? value.toString() : value;
    }

    @Override
    public void close() {
        sqs.close();
        dynamoDb.close();
    }
}
