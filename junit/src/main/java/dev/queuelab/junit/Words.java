package dev.queuelab.junit;

import java.util.List;
import java.util.stream.Collectors;

/** Words of a command as one line, which a shell and {@code --consumer-cmd} split into the same words again. */
final class Words {
    private Words() {}

    /** @throws IllegalArgumentException if a word is empty, since {@code --consumer-cmd} drops it */
    static String line(List<String> words) {
        return words.stream().map(Words::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (word.isEmpty()) {
            throw new IllegalArgumentException("'' is not accepted: expected words that are not empty");
        }
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\"'\"'") + "'";
    }
}
