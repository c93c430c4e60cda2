package dev.queuelab.core.knob;

import java.util.Locale;
import java.util.stream.Collectors;

/** The table of knobs, for {@code --help} and for the documentation. */
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

    /** A Markdown table, a row a knob. */
    public static String markdown() {
        String rows = Knobs.ALL.stream()
                .map(knob -> String.format(
                        Locale.ROOT, "| `%s` | %s | %s |%n", knob.name(), shownDefault(knob), knob.description()))
                .collect(Collectors.joining());
        return String.format(Locale.ROOT, "| Variable | Default | Description |%n|---|---|---|%n") + rows;
    }

    private static String shownDefault(Knob<?> knob) {
        return knob.defaultText().isEmpty() ? "(none)" : knob.defaultText();
    }
}
