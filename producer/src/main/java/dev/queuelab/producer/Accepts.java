package dev.queuelab.producer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the flags accept. Anything else is answered with the value and the words for what would do. */
final class Accepts {
    private Accepts() {}

    /** For a number that is not negative, of messages say. */
    static final class Count implements ITypeConverter<Long> {
        private static final long MOST = 1_000_000_000;

        @Override
        public Long convert(String text) {
            boolean digits = text.matches("\\d{1,10}");
            if (!digits || Long.parseLong(text) > MOST) {
                throw refused(text, "a whole number from 0 to " + MOST);
            }
            return Long.valueOf(text);
        }
    }

    /** For the size of a batch. */
    static final class BatchSize implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            boolean digits = text.matches("\\d{1,2}");
            if (!digits || Integer.parseInt(text) < 1 || Integer.parseInt(text) > Batches.MOST_MESSAGES) {
                throw refused(text, "a whole number from 1 to " + Batches.MOST_MESSAGES);
            }
            return Integer.valueOf(text);
        }
    }

    /** For messages a second, as a plain decimal: Java would also read "NaN", "1e3" and "0x1p3". */
    static final class Rate implements ITypeConverter<Double> {
        private static final double LEAST = 0.001;
        private static final double MOST = 1_000_000;

        @Override
        public Double convert(String text) {
            double rate = text.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(text) : -1;
            if (rate != 0 && (rate < LEAST || rate > MOST)) {
                throw refused(text, "0 for no limit, or a decimal number from 0.001 to 1000000");
            }
            return rate;
        }
    }

    /** For any whole number of 64 bits. */
    static final class Seed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw refused(text, "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE);
            }
        }
    }

    /** For the address of a queue. */
    static final class QueueUrl implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!isHttp(text)) {
                throw refused(text, "the http or https URL of a queue (this flag's, or else the variable QUEUE_URL's)");
            }
            return text;
        }

        private static boolean isHttp(String text) {
            try {
                URI uri = URI.create(text);
                boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
                return http && uri.getHost() != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    /** For a name of any kind. */
    static final class Text implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.isBlank()) {
                throw refused(text, "a text that is not blank");
            }
            return text;
        }
    }

    /** For a file of fields, which is read at once. */
    static final class Fields implements ITypeConverter<FieldsFile> {
        @Override
        public FieldsFile convert(String text) {
            try {
                return FieldsFile.read(Path.of(text));
            } catch (IOException | InvalidPathException e) {
                throw refused(text, "a readable file with a JSON object on each line, but found: " + e.getMessage());
            }
        }
    }

    private static TypeConversionException refused(String text, String accepted) {
        return new TypeConversionException("'" + text + "' is not accepted: expected " + accepted);
    }
}
