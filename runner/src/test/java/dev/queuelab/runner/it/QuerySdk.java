package dev.queuelab.runner.it;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.AmazonWebServiceRequest;
import com.amazonaws.ClientConfiguration;
import com.amazonaws.SdkClientException;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.sqs.AmazonSQS;
import com.amazonaws.services.sqs.AmazonSQSClientBuilder;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;

/** The AWS SDK for Java 1.x, of a version that speaks SQS's query protocol, by the API's own names. */
final class QuerySdk implements SdkClient {
    /** Its models have the API's names in fields that begin with a small letter. */
    private static final ObjectMapper MODELS = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .annotationIntrospector(new ApiNames())
            .build();

    private final AmazonSQS sqs;

    QuerySdk(URI endpoint) {
        sqs = AmazonSQSClientBuilder.standard()
                .withEndpointConfiguration(new EndpointConfiguration(endpoint.toString(), "us-west-1"))
                .withCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials("key", "secret")))
                .withClientConfiguration(new ClientConfiguration().withMaxErrorRetry(0))
                .build();
    }

    private static final class ApiNames extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public PropertyName findNameForSerialization(Annotated annotated) {
            return name(annotated);
        }

        @Override
        public PropertyName findNameForDeserialization(Annotated annotated) {
            return name(annotated);
        }

        private static PropertyName name(Annotated annotated) {
            if (!(annotated instanceof AnnotatedField field)) {
                return null;
            }
            return switch (field.getName()) {
                case "mD5OfBody", "mD5OfMessageBody" ->
                    PropertyName.construct("M" + field.getName().substring(1));
                default ->
                    PropertyName.construct(Character.toUpperCase(field.getName().charAt(0))
                            + field.getName().substring(1));
            };
        }
    }

    @Override
    public JsonNode call(String service, String operation, Map<String, Object> request) {
        try {
            Method method = method(Character.toLowerCase(operation.charAt(0)) + operation.substring(1));
            Object asked = MODELS.convertValue(request, method.getParameterTypes()[0]);
            return MODELS.valueToTree(method.invoke(sqs, asked));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AmazonServiceException failure) {
                throw new CallFailedException(failure.getErrorCode(), failure.getErrorMessage());
            }
            if (e.getCause() instanceof SdkClientException failure) {
                throw new CallFailedException("", String.valueOf(failure.getMessage()));
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method method(String name) {
        return Arrays.stream(AmazonSQS.class.getMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && AmazonWebServiceRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        sqs.shutdown();
    }
}
