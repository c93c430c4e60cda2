package dev.queuelab.lab.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables that a program in our consumer's place gets besides those of the contract.
 *
 * @param values by name; {@code {NAME}} in a value stands for what the program gets as NAME otherwise
 * @param queueUrl the name by which the program knows the queue's URL, besides QUEUE_URL
 */
public record ForeignVariables(Map<String, String> values, Optional<String> queueUrl) {
    public static final ForeignVariables NONE = new ForeignVariables(Map.of(), Optional.empty());

    private static final Pattern REFERENCE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");

    public ForeignVariables {
        values = Map.copyOf(values);
    }

    /** The same environment with these variables. */
    public ChildEnvironment in(ChildEnvironment contract) {
        Map<String, String> all = new HashMap<>(contract.set());
        queueUrl.ifPresent(name -> all.put(name, contract.set().getOrDefault("QUEUE_URL", "")));
        values.forEach((name, value) -> all.put(name, filledIn(value, contract.set())));
        return new ChildEnvironment(contract.removed(), all);
    }

    /** What names no variable of the contract stays as it is. */
    private static String filledIn(String value, Map<String, String> known) {
        return REFERENCE
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(known.getOrDefault(found.group(1), found.group())));
    }
}
