package dev.queuelab.core.knob;

import java.util.stream.Collectors;

/** The table of knobs, for {@code --help} and for the documentation. */
public final class KnobTable {
    private KnobTable() {}

    /** Plain text, two lines a knob: its name and default, then what it does and takes. */
    public static String plain() {
        return Knobs.ALL.stream()
                .map(knob -> String.format(
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
                .map(knob -> "| `%s` | %s | %s | %s |\n"
                        .formatted(
                                knob.name(),
                                shownDefault(knob),
                                knob.description(),
                                knob.kind().accepts()))
                .collect(Collectors.joining());
        return "| Variable | Default | Description | Accepts |\n|---|---|---|---|\n" + rows;
    }

    private static String shownDefault(Knob<?> knob) {
        return knob.defaultText().isEmpty() ? "(none)" : knob.defaultText();
    }
}
