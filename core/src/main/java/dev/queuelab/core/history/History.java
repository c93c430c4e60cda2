package dev.queuelab.core.history;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the processes of a run recorded, in the order of their clocks.
 *
 * @param torn last lines that were cut short by their process's death, as "file: text"; not part of the entries
 */
public record History(List<Entry> entries, List<String> torn) {

    public History {
        entries = entries.stream()
                .sorted(Comparator.comparing(Entry::at)
                        .thenComparing(Entry::process)
                        .thenComparing(Entry::seq))
                .toList();
        torn = List.copyOf(torn);
    }

    /** A history of just these entries. */
    public static History of(List<Entry> entries) {
        return new History(entries, List.of());
    }

    public History and(History other) {
        return merged(List.of(this, other));
    }

    /** What all of them say. */
    public static History merged(List<History> histories) {
        return new History(
                histories.stream().flatMap(one -> one.entries.stream()).toList(),
                histories.stream().flatMap(one -> one.torn.stream()).toList());
    }

    /** The facts of one kind, in order. */
    public <E extends Event> Stream<E> all(Class<E> kind) {
        return entries.stream().map(Entry::event).filter(kind::isInstance).map(kind::cast);
    }
}
