package dev.queuelab.scenarios.check;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in a finding: the first few, and how many more there are. */
final class Listing {
    private static final int SHOWN = 5;

    private Listing() {}

    static String of(Collection<String> names) {
        String first = names.stream().sorted().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? first : first + " and " + (names.size() - SHOWN) + " more";
    }
}
