package dev.queuelab.scenarios.check;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in a finding: the first few, and how many more there are. */
final class Names {
    private static final int MOST = 5;

    private Names() {}

    static String of(Collection<String> names) {
        String first = names.stream().sorted().limit(MOST).collect(Collectors.joining(", "));
        return names.size() <= MOST ? first : first + " and " + (names.size() - MOST) + " more";
    }
}
