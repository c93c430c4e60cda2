package dev.queuelab.runner.docs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown, built row by row. */
final class MarkdownTable {
    private final List<String> lines = new ArrayList<>();

    MarkdownTable(String... headings) {
        row(headings);
        lines.add("|" + String.join("|", Collections.nCopies(headings.length, "---")) + "|");
    }

    MarkdownTable row(String... cells) {
        lines.add(Stream.of(cells)
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |")));
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
