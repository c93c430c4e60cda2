package dev.queuelab.runner.docs;

import dev.queuelab.scenarios.cases.CaseKind;
import dev.queuelab.scenarios.cases.Cases;
import dev.queuelab.scenarios.cases.ConformanceCase;
import dev.queuelab.scenarios.cases.Level;
import dev.queuelab.scenarios.cases.Severity;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the documentation says of conformance cases. */
final class CaseSections {
    private CaseSections() {}

    /** A heading and a table for each kind. */
    static String cases() {
        return Stream.of(CaseKind.values()).map(CaseSections::ofKind).collect(Collectors.joining("\n\n"));
    }

    private static String ofKind(CaseKind kind) {
        MarkdownTable table =
                new MarkdownTable("Case", "What must hold", "Answers", "Severity", "Level", "Judged in", "Known from");
        Cases.of(kind)
                .forEach(one -> table.row(
                        "`" + one.id() + "`",
                        one.claim(),
                        one.answers().label(),
                        one.severity().label(),
                        one.level().label(),
                        play(one),
                        "[" + one.source().title() + "](" + one.source().address() + ")"));
        return "## " + kind.label() + "\n\n" + sentence(kind.meaning()) + "\n\n" + table;
    }

    private static String play(ConformanceCase one) {
        return one.scenario()
                .map(name -> String.format(Locale.ROOT, "[`%s`](scenarios.md#%s)", name, name))
                .orElse("every play");
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /** What the words in the tables mean. */
    static String words() {
        MarkdownTable table = new MarkdownTable("Word", "Meaning");
        Stream.of(Level.values())
                .forEach(level -> table.row("level `" + level.label() + "`", sentence(level.meaning())));
        Stream.of(Severity.values())
                .forEach(severity -> table.row("severity `" + severity.label() + "`", sentence(severity.meaning())));
        return table.toString();
    }
}
