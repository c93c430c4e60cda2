package dev.queuelab.consumer.bench;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The limit: threads that make the same calls as a consumer or a producer, and nothing else: no history, no order, no
 * failure is looked at. Arguments: {@code send}, {@code consume} with the writes to the tables, or {@code work} at EFFECT_URL;
 * messages, threads, and a word that begins each id. It prints messages a second.
 */
public final class RawClientMain {
    private static final int BATCH = 10;
    private static final double NANOS_A_SECOND = 1e9;

    private final Stack stack;
    private final SqsClient sqs;
    private final DynamoDbClient dynamoDb;
    private final int messages;
    private final String word;
    private final HttpClient effects =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI effectUrl = URI.create(System.getenv().getOrDefault("EFFECT_URL", ""));
    private final AtomicInteger taken = new AtomicInteger();

    private RawClientMain(Stack stack, int messages, String word) {
        SdkHttpClient http = UrlConnectionHttpClient.create();
        this.stack = stack;
        this.sqs = client(SqsClient.builder(), stack.sqs(), http);
        this.dynamoDb = client(DynamoDbClient.builder(), stack.dynamoDb(), http);
        this.messages = messages;
        this.word = word;
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, String endpoint, SdkHttpClient http) {
        return builder.endpointOverride(URI.create(endpoint)).httpClient(http).build();
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("http.maxConnections", "80"); // as many as the programs that it is compared with keep
        RawClientMain client =
                new RawClientMain(Stack.ofVariables(System.getenv()), Integer.parseInt(args[1]), args[3]);
        int threads = Integer.parseInt(args[2]);
        Runnable work = args[0].equals("send")
                ? client::send
                : () -> client.consume(args[0].equals("work") ? client::perform : client::record);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long begin = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            running.add(pool.submit(work));
        }
        for (Future<?> thread : running) {
            thread.get();
        }
        double seconds = (System.nanoTime() - begin) / NANOS_A_SECOND;
        pool.shutdown();
        System.out.println(String.format(Locale.ROOT, "%.2f", client.messages / seconds));
    }

    private void send() {
        for (int from = taken.getAndAdd(BATCH); from < messages; from = taken.getAndAdd(BATCH)) {
            int first = from;
            List<SendMessageBatchRequestEntry> entries = IntStream.range(first, Math.min(first + BATCH, messages))
                    .mapToObj(number -> SendMessageBatchRequestEntry.builder()
                            .id(Integer.toString(number - first))
                            .messageBody("{\"id\":\"" + word + "-" + number + "\",\"work\":17}")
                            .build())
                    .toList();
            sqs.sendMessageBatch(send -> send.queueUrl(stack.queueUrl()).entries(entries));
        }
    }

    private void consume(Consumer<Message> handler) {
        for (int asked = reserve(); asked > 0; asked = reserve()) {
            int most = asked;
            List<Message> batch = sqs.receiveMessage(
                            receive -> receive.queueUrl(stack.queueUrl()).maxNumberOfMessages(most))
                    .messages();
            taken.addAndGet(batch.size() - asked);
            batch.forEach(handler);
            if (!batch.isEmpty()) {
                sqs.deleteMessageBatch(delete -> delete.queueUrl(stack.queueUrl())
                        .entries(IntStream.range(0, batch.size())
                                .mapToObj(place -> DeleteMessageBatchRequestEntry.builder()
                                        .id(Integer.toString(place))
                                        .receiptHandle(batch.get(place).receiptHandle())
                                        .build())
                                .toList()));
            }
        }
    }

    /** How many of the messages a receive may bring; what it does not bring is given back. */
    private int reserve() {
        int before = taken.getAndUpdate(now -> Math.min(messages, now + BATCH));
        return Math.min(BATCH, messages - before);
    }

    /** The work of a message, by an external service. */
    private void perform(Message message) {
        try {
            effects.send(
                    HttpRequest.newBuilder(effectUrl)
                            .POST(HttpRequest.BodyPublishers.ofString(message.body()))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The three writes of a first delivery. */
    private void record(Message message) {
        String id = message.messageId();
        Map<String, AttributeValue> key = Map.of("message_id", fromS(id));
        String now = Instant.now(java.time.Clock.systemUTC()).toString();
        dynamoDb.updateItem(start -> start.tableName(stack.statusTable())
                .key(key)
                .updateExpression("SET #status = if_not_exists(#status, :started), payload_digest ="
                        + " if_not_exists(payload_digest, :digest), last_updated = :now, expires_at = :expires"
                        + " ADD attempts :one")
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(Map.of(
                        ":started", fromS("STARTED"),
                        ":digest", fromS("d".repeat(64)),
                        ":now", fromS(now),
                        ":expires", fromN("1900000000"),
                        ":one", fromN("1")))
                .returnValues(ReturnValue.ALL_NEW));
        dynamoDb.updateItem(effect -> effect.tableName(stack.effectsTable())
                .key(key)
                .updateExpression("SET performed_at = :now, payload_digest = :digest, original_message_id = :id,"
                        + " request_token = :token, expires_at = :expires ADD times_performed :one")
                .conditionExpression("attribute_not_exists(message_id)")
                .expressionAttributeValues(Map.of(
                        ":now", fromS(now),
                        ":digest", fromS("d".repeat(64)),
                        ":id", fromS(id),
                        ":token", fromS(id),
                        ":expires", fromN("1900000000"),
                        ":one", fromN("1")))
                .returnValues(ReturnValue.UPDATED_NEW));
        dynamoDb.updateItem(completion -> completion
                .tableName(stack.statusTable())
                .key(key)
                .updateExpression("SET #status = :completed, last_updated = :now")
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(Map.of(":completed", fromS("COMPLETED"), ":now", fromS(now))));
    }
}
