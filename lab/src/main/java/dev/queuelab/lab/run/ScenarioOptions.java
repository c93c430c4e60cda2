package dev.queuelab.lab.run;

import dev.queuelab.scenarios.kit.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A story's options as a command line would set them, defaults included: so that they outlast a change of defaults. */
final class ScenarioOptions {
    private ScenarioOptions() {}

    /** Those that {@code scenario} is set to, such as {@code --count=10}. */
    static List<String> of(Scenario scenario) {
        List<String> options = new ArrayList<>();
        for (OptionSpec option : CommandSpec.forAnnotatedObject(scenario).options()) {
            Object value = unwrapped(option.getValue());
            if (value instanceof Boolean on) {
                if (on) {
                    options.add(option.longestName());
                }
            } else if (value != null) {
                options.add(option.longestName() + "=" + text(value));
            }
        }
        return options;
    }

    private static @Nullable Object unwrapped(@Nullable Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static String text(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value.toString();
    }
}
