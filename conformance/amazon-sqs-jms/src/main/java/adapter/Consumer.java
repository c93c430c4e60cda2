package adapter;

import com.amazon.sqs.javamessaging.ProviderConfiguration;
import com.amazon.sqs.javamessaging.SQSConnection;
import com.amazon.sqs.javamessaging.SQSConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The asynchronous receiver of the developer guide. */
public final class Consumer {
    private Consumer() {}

    public static void main(String[] args) throws JMSException {
        ProviderConfiguration configuration = new ProviderConfiguration();
        if (List.of(args).contains("--hardened")) {
            configuration.setNumberOfMessagesToPrefetch(0);
        }
        SQSConnection connection =
                new SQSConnectionFactory(configuration, SqsClient.create()).createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        session.createConsumer(session.createQueue(queueName())).setMessageListener(Consumer::handle);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(connection)));
        connection.start();
    }

    private static void handle(Message message) {
        try {
            Work.perform(((TextMessage) message).getText());
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(SQSConnection connection) {
        try {
            connection.close();
        } catch (JMSException e) {
            System.err.println(e);
        }
    }

    private static String queueName() {
        String url = System.getenv("QUEUE_URL");
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
