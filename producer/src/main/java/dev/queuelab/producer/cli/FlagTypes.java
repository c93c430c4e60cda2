package dev.queuelab.producer.cli;

import dev.queuelab.core.payload.SchemaVersion;
import dev.queuelab.core.toolbox.IntRange;
import dev.queuelab.core.toolbox.Text;
import dev.queuelab.producer.message.FieldsFile;
import dev.queuelab.producer.sending.Batches;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values that flags take. Anything else is refused, with the value and what is accepted. */
final class FlagTypes {
    private FlagTypes() {}

    /** A number of messages. */
    static final class Count implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return number(text, IntRange.between(0, 1_000_000_000));
        }
    }

    /** The size of a batch. */
    static final class BatchSize implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) number(text, IntRange.between(1, Batches.MOST_MESSAGES));
        }
    }

    /** How many at once. */
    static final class Concurrency implements ITypeConverter<Integer> {
        private static final int MOST = 64;

        @Override
        public Integer convert(String text) {
            return (int) number(text, IntRange.between(1, MOST));
        }
    }

    private static long number(String text, IntRange range) {
        try {
            return range.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** Messages a second, as a plain decimal: Java would also read "NaN", "1e3" and "0x1p3". */
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

    /** Any whole number of 64 bits. */
    static final class Seed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return number(text, IntRange.ANY);
        }
    }

    /** The address of a queue. */
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
                return http && uri.getRawAuthority() != null; // URI knows no host with an underscore
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    /** A name of any kind. */
    static final class Name implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.isBlank()) {
                throw refused(text, "a text that is not blank");
            }
            return text;
        }
    }

    /** A version of a schema. */
    static final class Schema implements ITypeConverter<SchemaVersion> {
        @Override
        public SchemaVersion convert(String text) {
            try {
                return SchemaVersion.parse(text);
            } catch (IllegalArgumentException e) {
                throw refused(text, SchemaVersion.ACCEPTS);
            }
        }
    }

    /** The path of a file that need not be there. */
    static final class FilePath implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw refused(text, "the path of a file, in letters of the locale (" + e.getReason() + ")");
            }
        }
    }

    /** A file of fields, which is read at once. */
    static final class Fields implements ITypeConverter<FieldsFile> {
        @Override
        public FieldsFile convert(String text) {
            try {
                return FieldsFile.read(Path.of(text));
            } catch (NoSuchFileException e) {
                throw refused(text, "a readable file with a JSON object on each line, but there is no such file");
            } catch (IOException | InvalidPathException e) {
                throw refused(text, "a readable file with a JSON object on each line, but: " + e.getMessage());
            }
        }
    }

    private static TypeConversionException refused(String text, String accepted) {
        return new TypeConversionException(
                "'" + Text.printable(Text.truncate(text, 200)) + "' is not accepted: expected " + accepted);
    }
}
