package dev.queuelab.core.knob;

import dev.queuelab.core.toolbox.HttpUrl;
import dev.queuelab.core.toolbox.IntRange;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What values a knob takes.
 *
 * @param accepts what is accepted, as a phrase that completes "expected ..."
 * @param parse text to value; an {@link IllegalArgumentException} means that the text is not accepted
 * @param render value to text; parsing it gives the value again
 */
public record Kind<T>(String accepts, Function<String, T> parse, Function<T, String> render) {

    static Kind<String> text(String accepts) {
        return new Kind<>(accepts, text -> text, text -> text);
    }

    static Kind<String> name(String accepts) {
        return new Kind<>(accepts, Kind::notBlank, text -> text);
    }

    static Kind<String> region() {
        return new Kind<>("the name of an AWS region, such as us-west-1", Kind::regionName, text -> text);
    }

    static Kind<String> url(String accepts) {
        return new Kind<>(accepts, Kind::httpUrl, text -> text);
    }

    static Kind<Path> path() {
        return new Kind<>("the path of a file", text -> Path.of(notBlank(text)), Path::toString);
    }

    /** Empty text stands for none. */
    static <T> Kind<Optional<T>> optional(Kind<T> kind) {
        return new Kind<>(
                kind.accepts(),
                text -> text.isEmpty()
                        ? Optional.empty()
                        : Optional.of(kind.parse().apply(text)),
                value -> value.map(kind.render()).orElse(""));
    }

    /** Names separated by commas; empty text is the empty list. */
    static Kind<List<String>> list(String accepts) {
        return new Kind<>(accepts, Kind::namesOf, names -> String.join(",", names));
    }

    /** Such as "a=1,b=2": values by name; empty text is none. A value holds no comma. */
    static Kind<Map<String, String>> pairs(String accepts) {
        return new Kind<>(
                accepts,
                Kind::pairsOf,
                pairs -> pairs.entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .collect(Collectors.joining(",")));
    }

    static Kind<Integer> wholeNumber(int min) {
        return wholeNumber(IntRange.atLeast(min));
    }

    static Kind<Integer> wholeNumber(int min, int max) {
        return wholeNumber(IntRange.between(min, max));
    }

    private static Kind<Integer> wholeNumber(IntRange range) {
        return new Kind<>(range.accepts(), range::parseInt, String::valueOf);
    }

    static Kind<Long> anyWholeNumber() {
        return new Kind<>(IntRange.ANY.accepts(), IntRange.ANY::parse, String::valueOf);
    }

    static Kind<Double> decimal(double least, double most, String accepts) {
        return new Kind<>(accepts, text -> within(decimalOf(text), least, most), String::valueOf);
    }

    /** Zero is off, any other whole number is on. */
    static Kind<Boolean> flag() {
        return new Kind<>(
                "0 (off) or another whole number (on)", text -> IntRange.ANY.parse(text) != 0, on -> on ? "1" : "0");
    }

    /** One of an enum's constants, written in lower case. */
    static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
        return Choices.kindOf(type);
    }

    private static String notBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("blank");
        }
        return text;
    }

    private static List<String> namesOf(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> names =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        names.forEach(Kind::notBlank);
        return names;
    }

    private static Map<String, String> pairsOf(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : namesOf(text)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || pairs.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("not NAME=VALUE, each name once");
            }
        }
        return pairs;
    }

    private static String regionName(String text) {
        if (!text.matches("[a-z]{2,}(-[a-z0-9]+)+")) {
            throw new IllegalArgumentException("no region is named so");
        }
        return text;
    }

    private static String httpUrl(String text) {
        if (HttpUrl.parse(text).isEmpty()) {
            throw new IllegalArgumentException("not the URL of a web service");
        }
        return text;
    }

    private static Double within(double value, double min, double max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(value + " is out of range");
        }
        return value;
    }

    /** Plain decimals only: Java would also take "NaN", "1e3", "0x1p3" and "1d". */
    private static Double decimalOf(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException("not a plain decimal number");
        }
        return Double.valueOf(text);
    }
}
