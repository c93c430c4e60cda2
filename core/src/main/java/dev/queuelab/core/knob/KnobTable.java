package dev.queuelab.core.knob;

import java.util.Locale;
import java.util.stream.Collectors;

/** The table of knobs, for {@code --help}. */
public final class KnobTable {
    private KnobTable() {}

    /** Plain text, two lines a knob: its name and default, then what it does and takes. */
    public static String plain() {
        return Knobs.ALL.stream()
                .map(knob -> String.format(
                        Locale.ROOT,
                        "  %-28s default: %s%n      %s%n      takes %s%n",
                        knob.name(),
                        shownDefault(knob),
                        knob.description(),
                        knob.kind().accepts()))
                .collect(Collectors.joining());
    }

    private static String shownDefault(Knob<?> knob) {
        return knob.defaultText().isEmpty() ? "(none)" : knob.defaultText();
    }
}
