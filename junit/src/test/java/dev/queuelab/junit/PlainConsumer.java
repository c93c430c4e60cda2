package dev.queuelab.junit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A consumer without a library, which knows nothing of Queue Lab; with an argument it exits at its first message. */
final class PlainConsumer {
    private static final Pattern RECEIPT = Pattern.compile("\"ReceiptHandle\" *: *\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String endpoint = System.getenv("AWS_ENDPOINT_URL_SQS");
    private final String queue = System.getenv("QUEUE_URL");

    private PlainConsumer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PlainConsumer consumer = new PlainConsumer();
        while (true) {
            String reply = consumer.call("ReceiveMessage", "\"WaitTimeSeconds\":1");
            for (MatchResult message : RECEIPT.matcher(reply).results().toList()) {
                if (arguments.length > 0) {
                    System.exit(7);
                }
                consumer.call("DeleteMessage", "\"ReceiptHandle\":\"" + message.group(1) + "\"");
            }
        }
    }

    private String call(String action, String more) throws IOException, InterruptedException {
        String credential = "Credential=any/20260101/" + System.getenv("AWS_REGION") + "/sqs/aws4_request";
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + action)
                .header("Authorization", "AWS4-HMAC-SHA256 " + credential + ", SignedHeaders=host, Signature=0")
                .POST(BodyPublishers.ofString("{\"QueueUrl\":\"" + queue + "\"," + more + "}"))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
