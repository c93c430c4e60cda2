package dev.queuelab.lab.run;

import dev.queuelab.scenarios.kit.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A scenario's options as a command line would set them. */
public final class ScenarioOptions {
    private ScenarioOptions() {}

    /**
     * Sets the options to what is given, and else to their defaults.
     *
     * @throws CommandLine.ParameterException if one is unknown or its value is not accepted
     */
    public static Scenario set(Scenario scenario, List<String> options) {
        new CommandLine(scenario).parseArgs(options.toArray(String[]::new));
        return scenario;
    }

    /** All options, defaults included, such as {@code --count=10}: so that a run outlasts a change of defaults. */
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
