package dev.queuelab.runner.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of the documentation, parts of which are generated: what stands between {@code <!-- generated: NAME -->} and
 * {@code <!-- end -->}.
 */
record Page(Path file) {
    private static final Pattern PART =
            Pattern.compile("(<!-- generated: ([a-z-]+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    String text() throws IOException {
        return Files.readString(file);
    }

    /** Names of the parts that are generated. */
    Set<String> parts() throws IOException {
        return PART.matcher(text()).results().map(match -> match.group(2)).collect(Collectors.toSet());
    }

    /** The page as it should be. */
    String generated(Map<String, String> sections) throws IOException {
        return PART.matcher(text()).replaceAll(match -> Matcher.quoteReplacement(part(match, sections)));
    }

    private String part(MatchResult match, Map<String, String> sections) {
        String section = sections.get(match.group(2));
        if (section == null) {
            throw new AssertionError(
                    file + ": there is no section '" + match.group(2) + "'; there are " + sections.keySet());
        }
        return match.group(1) + "\n" + section.strip() + "\n\n" + match.group(3);
    }
}
