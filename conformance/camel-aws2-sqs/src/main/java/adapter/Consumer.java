package adapter;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** A route from a queue to the work. */
public final class Consumer {
    private Consumer() {}

    public static void main(String[] args) throws Exception {
        String options = "?useDefaultCredentialsProvider=true&region=" + System.getenv("AWS_REGION")
                + "&overrideEndpoint=true&uriEndpointOverride=" + System.getenv("AWS_ENDPOINT_URL_SQS");
        String hardening = List.of(args).contains("--hardened")
                ? "&extendMessageVisibility=true&visibilityTimeout=10&maxMessagesPerPoll=1"
                : "";
        Main main = new Main();
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("aws2-sqs://" + queueName() + options + hardening)
                        .process(exchange -> Work.perform(exchange.getMessage().getBody(String.class)));
            }
        });
        main.run();
    }

    private static String queueName() {
        String url = System.getenv("QUEUE_URL");
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
