package dev.queuelab.report.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.OptionalDouble;

/** Listed prices, from {@code prices.json}, which names their date and source. */
public final class Prices {
    private final JsonNode document;

    private Prices(JsonNode document) {
        this.document = document;
    }

    public static Prices listed() {
        try (InputStream file =
                Objects.requireNonNull(Prices.class.getResourceAsStream("prices.json"), "prices.json")) {
            return new Prices(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read prices.json: " + e, e);
        }
    }

    /** Where they come from, for people. */
    public String source() {
        return document.path("source").asText();
    }

    /** What stands for a request; what is not accounted for. */
    public String assumptions() {
        return document.path("assumptions").asText();
    }

    /**
     * US dollars for a million requests, each as small as a request can be.
     *
     * @param operation such as {@code Sqs.ReceiveMessage}
     */
    OptionalDouble ofMillion(String operation, boolean fifo) {
        JsonNode unit = document.path("operations").path(operation);
        String name = unit.path("unit").asText();
        JsonNode price = document.path("usDollarsForAMillion").path(name.equals("sqs") && fifo ? "sqsFifo" : name);
        return price.isNumber()
                ? OptionalDouble.of(price.asDouble() * unit.path("units").asDouble(1))
                : OptionalDouble.empty();
    }
}
