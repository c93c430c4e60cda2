package dev.queuelab.runner.settings;

import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The variables that a settings file may set: the consumer's, the AWS SDK's, and the dead-letter queue's ARN. Any other
 * could change how the shell itself works ({@code PATH}, say).
 */
public final class KnownSettings {
    private static final Pattern AWS = Pattern.compile("AWS_[A-Z0-9_]+");

    private KnownSettings() {}

    /** Those that are known by name; the AWS SDK's are known by their prefix. */
    public static Set<String> names() {
        Set<String> names = Knobs.ALL.stream().map(Knob::name).collect(Collectors.toCollection(TreeSet::new));
        names.add("DLQ_ARN");
        return names;
    }

    static boolean has(String name) {
        return AWS.matcher(name).matches() || names().contains(name);
    }
}
