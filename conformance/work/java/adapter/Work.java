package adapter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The work of a message: one request to the external service, if there is one. */
final class Work {
    private static final String EFFECT_URL = System.getenv("EFFECT_URL");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Work() {}

    /**
     * Does the work of the message with this body.
     *
     * @throws IllegalStateException if it is not done
     */
    static void perform(String body) {
        Matcher found = ID.matcher(body);
        if (!body.startsWith("{") || !found.find()) {
            throw new IllegalStateException("not a JSON object with an id: " + body);
        }
        if (EFFECT_URL == null) {
            return;
        }
        String id = found.group(1);
        HttpRequest request = HttpRequest.newBuilder(URI.create(EFFECT_URL))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", '"' + id + '"')
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"" + id + "\"}"))
                .build();
        try {
            int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new IllegalStateException("the service answered " + status + " for " + id);
            }
        } catch (IOException e) {
            throw new IllegalStateException("it is not known whether the work of " + id + " is done", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the work of " + id, e);
        }
    }
}
