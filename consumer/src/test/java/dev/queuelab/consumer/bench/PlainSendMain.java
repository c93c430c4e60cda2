package dev.queuelab.consumer.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends ten messages in one batch and ends, with nothing but Java's own HTTP client: what a producer cannot be quicker than. */
final class PlainSendMain {
    private PlainSendMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String entries = IntStream.range(0, 10)
                .mapToObj(index -> "{\"Id\": \"" + index + "\", \"MessageBody\": \"{}\"}")
                .collect(Collectors.joining(", "));
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("AWS_ENDPOINT_URL_SQS")))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS.SendMessageBatch")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"QueueUrl\": \"" + System.getenv("QUEUE_URL") + "\", \"Entries\": [" + entries + "]}"))
                .build();
        HttpResponse<String> response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.body());
        }
    }
}
