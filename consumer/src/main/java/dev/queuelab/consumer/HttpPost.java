package dev.queuelab.consumer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Posts JSON to a URL, once: a request whose reply is lost is not repeated, since it may have been done. Nor is it sent
 * over a connection that the service has closed meanwhile, which {@link HttpURLConnection} looks at before a request
 * whose length is fixed. Redirects are not followed.
 */
final class HttpPost {
    private static final int MOST_BYTES = 64 * 1024;
    private static final String FENCING_TOKEN = "Fencing-Token";
    private static final int FIRST_ERROR = 400;

    private final URI url;
    private final int timeoutMillis;

    /** @param timeout until there is a connection, and then until there is a reply, and between two parts of it */
    HttpPost(URI url, Duration timeout) {
        this.url = url;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    /**
     * A whole reply.
     *
     * @param replayed whether the header {@code Idempotent-Replayed} is true: it was given before, and nothing was done
     * @param fencingToken the header {@code Fencing-Token}: the newest that the service has seen
     * @param body its first 64 KiB
     */
    record Reply(int status, boolean replayed, Optional<String> fencingToken, String body) {}

    /** @throws IOException if there is no whole reply: whether the service did what was asked is then not known */
    Reply send(String idempotencyKey, Optional<Long> fencingToken, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty(IdempotencyKeyHeader.NAME, IdempotencyKeyHeader.value(idempotencyKey));
        if (fencingToken.isPresent()) {
            connection.setRequestProperty(FENCING_TOKEN, fencingToken.get().toString());
        }
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("the reply is not HTTP");
        }
        return new Reply(
                status,
                "true".equalsIgnoreCase(connection.getHeaderField("Idempotent-Replayed")),
                Optional.ofNullable(connection.getHeaderField(FENCING_TOKEN)),
                body(connection, status));
    }

    private static String body(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in = status < FIRST_ERROR ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] body = in == null ? new byte[0] : in.readNBytes(MOST_BYTES);
            if (in != null && body.length < Math.min(connection.getContentLengthLong(), MOST_BYTES)) {
                throw new IOException("the reply ends in the middle"); // which HttpURLConnection does not notice
            }
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
