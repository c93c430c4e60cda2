package dev.queuelab.producer.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Lets variables of the environment stand in for flags that are not given. An empty variable counts as unset. */
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {
    private static final Map<String, String> VARIABLES = Map.of(
            "--queue-url", "QUEUE_URL",
            "--region", "AWS_REGION",
            "--history-path", "HISTORY_PATH",
            "--process-name", "PROCESS_NAME",
            "--exit-on-stdin-eof", "EXIT_ON_STDIN_EOF");

    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
        String variable = arg instanceof OptionSpec option ? VARIABLES.get(option.longestName()) : null;
        String value = variable == null ? "" : environment.getOrDefault(variable, "");
        return value.isEmpty() ? null : value;
    }
}
