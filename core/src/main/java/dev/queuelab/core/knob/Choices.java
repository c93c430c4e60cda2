package dev.queuelab.core.knob;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Enum constants as knob values: {@code MESSAGE_ID} is written {@code message-id}. */
final class Choices {
    private Choices() {}

    static <E extends Enum<E>> Kind<E> kindOf(Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        String accepts = "one of "
                + String.join(", ", constants.stream().map(Choices::written).toList());
        return new Kind<>(accepts, text -> find(constants, text), Choices::written);
    }

    private static <E extends Enum<E>> E find(List<E> constants, String text) {
        return constants.stream()
                .filter(constant -> written(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
