package dev.queuelab.report.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Listed prices, from {@code prices.json}.
 *
 * @param source where the prices come from, with their date, for people
 * @param assumptions what one request is taken to be, and what the prices leave out
 * @param usDollarsPerMillion by what is billed, each request of the smallest size that is billed
 * @param billedAs by operation, such as {@code Sqs.ReceiveMessage}
 */
public record Prices(
        String source, String assumptions, Map<String, Double> usDollarsPerMillion, Map<String, String> billedAs) {

    public static Prices listed() {
        try (InputStream file =
                Objects.requireNonNull(Prices.class.getResourceAsStream("prices.json"), "prices.json")) {
            return new ObjectMapper().readValue(file, Prices.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read prices.json: " + e, e);
        }
    }

    /** US dollars for a million requests; empty if no price is listed. */
    OptionalDouble perMillion(String operation, boolean fifo) {
        String unit = billedAs.getOrDefault(operation, "");
        Double price = usDollarsPerMillion.get(unit.equals("sqs") && fifo ? "sqsFifo" : unit);
        return price == null ? OptionalDouble.empty() : OptionalDouble.of(price);
    }
}
