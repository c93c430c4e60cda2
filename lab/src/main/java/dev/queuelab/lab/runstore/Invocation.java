package dev.queuelab.lab.runstore;

import dev.queuelab.scenarios.kit.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line that asked for a run.
 *
 * @param command its arguments, as they were given
 * @param options the options that make another run like this one: where, and with which seed; as {@code --name=value}
 */
public record Invocation(List<String> command, List<String> options, Optional<Suite> suite) {

    public Invocation {
        command = List.copyOf(command);
        options = List.copyOf(options);
    }

    /** The arguments that run {@code scenario} like this again. */
    public List<String> again(String scenario, Optional<Control> control) {
        List<String> again = new ArrayList<>();
        if (control.isPresent()) {
            again.addAll(List.of("controls", scenario));
        } else if (suite.isPresent()) {
            again.add(scenario);
        } else {
            again.addAll(command);
        }
        List<String> missing =
                options.stream().filter(option -> !gives(again, option)).toList();
        again.addAll(missing);
        return again;
    }

    private static boolean gives(List<String> arguments, String option) {
        String name = option.replaceFirst("=.*", "");
        return arguments.stream().anyMatch(argument -> argument.equals(name) || argument.startsWith(name + "="));
    }
}
