package adapter;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.weld.environment.se.Weld;

/** A method that is given the messages of a channel, in a container that ends at SIGTERM. */
@ApplicationScoped
public class Consumer {
    private static final String CHANNEL = "mp.messaging.incoming.work.";

    public static void main(String[] args) {
        set("connector", "smallrye-sqs");
        set("queue.url", System.getenv("QUEUE_URL"));
        set("endpoint-override", System.getenv("AWS_ENDPOINT_URL_SQS"));
        set("region", System.getenv("AWS_REGION"));
        if (List.of(args).contains("--hardened")) {
            set("max-number-of-messages", "1");
        }
        new Weld().initialize();
    }

    private static void set(String attribute, String value) {
        System.setProperty(CHANNEL + attribute, value);
    }

    @Incoming("work")
    @Blocking
    public void handle(String body) {
        Work.perform(body);
    }
}
