package adapter;

import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Each message is acknowledged at once, and none waits in a buffer for others. */
@Configuration
@Profile("hardened")
class Hardened {
    @Bean
    SqsMessageListenerContainerFactory<Object> defaultSqsListenerContainerFactory(SqsAsyncClient client) {
        return SqsMessageListenerContainerFactory.builder()
                .configure(options ->
                        options.acknowledgementInterval(Duration.ZERO).acknowledgementThreshold(0))
                .sqsAsyncClient(client)
                .build();
    }
}
