package dev.queuelab.report.page;

import dev.queuelab.core.toolbox.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps lists so short that a page stays small, and notes each time what it left out. */
final class Limits {
    /** How long a list of steps, checks or events may be. */
    static final int MOST_ROWS = 400;

    private static final int LONGEST_TEXT = 2_000;

    private final List<String> notes = new ArrayList<>();

    /** A sentence for each list that was cut. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** The first half of {@code most} and the last half. */
    <T> List<T> firstAndLast(String what, List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        int half = most / 2;
        note(what, all.size(), 2 * half, "the first " + half + " and the last " + half);
        List<T> kept = new ArrayList<>(all.subList(0, half));
        kept.addAll(all.subList(all.size() - half, all.size()));
        return kept;
    }

    /**
     * At most {@code most}, in their order: those that are preferred, and as many others as there is room for, spread
     * evenly over the list.
     *
     * @param which describes the choice, for people
     */
    <T> List<T> preferring(String what, List<T> all, int most, String which, Predicate<T> preferred) {
        if (all.size() <= most) {
            return all;
        }
        note(what, all.size(), most, which);
        int room = Math.max(0, most - (int) all.stream().filter(preferred).count());
        int others = (int) all.stream().filter(preferred.negate()).count();
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

    static String text(String text) {
        return Text.truncate(text, LONGEST_TEXT);
    }

    private void note(String what, int all, int most, String which) {
        notes.add("This page shows " + most + " of " + all + " " + what + ": " + which + ".");
    }
}
