package dev.queuelab.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps lists short enough for a page, and notes what was left out. */
final class Limits {
    private final List<String> notes = new ArrayList<>();

    /** What was left out, in sentences. */
    List<String> notes() {
        return notes;
    }

    /** The first half of {@code most} and the last half. */
    <T> List<T> ends(String what, List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        int half = most / 2;
        note(what, all.size(), 2 * half, "the first and the last " + half);
        List<T> kept = new ArrayList<>(all.subList(0, half));
        kept.addAll(all.subList(all.size() - half, all.size()));
        return kept;
    }

    /** The {@code preferred} ones, and of the others as many as there is room for, evenly spread; in their order. */
    <T> List<T> preferring(String what, List<T> all, int most, String which, Predicate<T> preferred) {
        if (all.size() <= most) {
            return all;
        }
        note(what, all.size(), most, which);
        int count = (int) all.stream().filter(preferred).count();
        int room = Math.max(0, most - count);
        int others = all.size() - count;
        List<T> kept = new ArrayList<>();
        int seen = 0;
        for (T one : all) {
            if (preferred.test(one) || isChosen(seen++, room, others)) {
                kept.add(one);
            }
        }
        return kept.subList(0, Math.min(most, kept.size()));
    }

    /** Whether the {@code index}th of {@code others} is among the {@code room} that are spread evenly over them. */
    private static boolean isChosen(int index, int room, int others) {
        return (long) (index + 1) * room / others > (long) index * room / others;
    }

    /** The first {@code most} characters, with a note of how many there are. */
    static String text(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "... (" + text.length() + " characters)";
    }

    private void note(String what, int all, int most, String which) {
        notes.add("Of " + all + " " + what + ", " + most + " are in this page: " + which + ".");
    }
}
