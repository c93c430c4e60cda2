package dev.queuelab.gateway.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Threads that each send a message, receive it and delete it, again and again, by the AWS SDK for Java. */
final class Load implements AutoCloseable {
    private static final int CALLS_A_MESSAGE = 3;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_SECOND = 1e9;

    private final SdkHttpClient http;
    private final SqsClient sqs;
    private final List<String> queues = new ArrayList<>();
    private final ExecutorService threads;

    /**
     * What was measured.
     *
     * @param medianMillis of all calls
     * @param callsASecond of all threads
     */
    record Result(double medianMillis, double callsASecond) {}

    Load(URI endpoint, int mostThreads) {
        http = UrlConnectionHttpClient.builder()
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariablesValues(false)
                        .build())
                .build();
        sqs = SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
                .httpClient(http)
                .build();
        for (int thread = 0; thread < mostThreads; thread++) {
            String name = "bench-" + System.identityHashCode(this) + "-" + thread;
            queues.add(sqs.createQueue(create -> create.queueName(name)).queueUrl());
        }
        threads = Executors.newFixedThreadPool(mostThreads);
    }

    /** Makes about so many calls. */
    Result run(int threadCount, int calls) throws InterruptedException, ExecutionException {
        int messages = Math.max(1, calls / CALLS_A_MESSAGE / threadCount);
        long begin = System.nanoTime();
        List<Future<long[]>> running = new ArrayList<>();
        for (int thread = 0; thread < threadCount; thread++) {
            String queue = queues.get(thread);
            running.add(threads.submit(() -> messages(queue, messages)));
        }
        List<long[]> latencies = new ArrayList<>();
        for (Future<long[]> thread : running) {
            latencies.add(thread.get());
        }
        long nanos = System.nanoTime() - begin;
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(all[all.length / 2] / NANOS_A_MILLI, all.length * NANOS_A_SECOND / nanos);
    }

    private long[] messages(String queue, int count) {
        long[] nanos = new long[count * CALLS_A_MESSAGE];
        String body = "{\"id\": \"m\", \"text\": \"" + "x".repeat(500) + "\"}";
        int call = 0;
        for (int message = 0; message < count; message++) {
            long begin = System.nanoTime();
            sqs.sendMessage(send -> send.queueUrl(queue).messageBody(body));
            nanos[call++] = System.nanoTime() - begin;

            begin = System.nanoTime();
            Message received = sqs.receiveMessage(receive -> receive.queueUrl(queue))
                    .messages()
                    .get(0);
            nanos[call++] = System.nanoTime() - begin;

            begin = System.nanoTime();
            sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(received.receiptHandle()));
            nanos[call++] = System.nanoTime() - begin;
        }
        return nanos;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        sqs.close();
        http.close();
    }
}
