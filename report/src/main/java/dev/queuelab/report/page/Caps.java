package dev.queuelab.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps lists so short that a page stays small, and says each time that it did. */
final class Caps {
    private final List<String> said = new ArrayList<>();

    /** What was left out, in sentences. */
    List<String> said() {
        return said;
    }

    /** The first half of {@code most} and the last half. */
    <T> List<T> ends(String what, List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        int half = most / 2;
        say(what, all.size(), 2 * half, "the first and the last " + half);
        List<T> kept = new ArrayList<>(all.subList(0, half));
        kept.addAll(all.subList(all.size() - half, all.size()));
        return kept;
    }

    /** Those that {@code rather} picks, and of the others as many as there is room for, evenly spread; in their order. */
    <T> List<T> preferring(String what, List<T> all, int most, String which, Predicate<T> rather) {
        if (all.size() <= most) {
            return all;
        }
        say(what, all.size(), most, which);
        int preferred = (int) all.stream().filter(rather).count();
        int room = Math.max(0, most - preferred);
        int others = all.size() - preferred;
        List<T> kept = new ArrayList<>();
        int seen = 0;
        for (T one : all) {
            if (rather.test(one)) {
                kept.add(one);
            } else if (isChosen(seen++, room, others)) {
                kept.add(one);
            }
        }
        return kept.subList(0, Math.min(most, kept.size()));
    }

    /** Whether the {@code index}th of {@code others} is among the {@code room} that are spread evenly over them. */
    private static boolean isChosen(int index, int room, int others) {
        return (long) (index + 1) * room / others > (long) index * room / others;
    }

    /** The first {@code most} characters. */
    static String text(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "... (" + text.length() + " characters)";
    }

    private void say(String what, int all, int most, String which) {
        said.add("Of " + all + " " + what + ", " + most + " are in this page: " + which + ".");
    }
}
