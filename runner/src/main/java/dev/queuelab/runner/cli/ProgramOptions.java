package dev.queuelab.runner.cli;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.process.Dist;
import dev.queuelab.lab.process.ForeignVariables;
import dev.queuelab.lab.process.ProgramCommand;
import dev.queuelab.lab.process.Programs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which programs run: ours, or others in their place. */
final class ProgramOptions {
    static final String CONSUMER_CMD = "--consumer-cmd";
    private static final String PRODUCER_CMD = "--producer-cmd";
    private static final String ENV = "--env";
    private static final String QUEUE_URL_ENV = "--queue-url-env";

    @Option(
            names = CONSUMER_CMD,
            paramLabel = "CMD",
            converter = Command.class,
            description = {
                "run this program in the consumer's place; split into words like a shell does, quotes respected",
                "(docs/bring-your-own-consumer.md is the contract)"
            })
    private @Nullable ProgramCommand consumer;

    @Option(
            names = PRODUCER_CMD,
            paramLabel = "CMD",
            converter = Command.class,
            description = "run this program, which takes producer.jar's flags, in the producer's place")
    private @Nullable ProgramCommand producer;

    @Option(
            names = ENV,
            paramLabel = "NAME=VALUE",
            converter = VariableConverter.class,
            description = {
                "with --consumer-cmd: a further variable of that program; {NAME} in VALUE stands for one that it gets anyway,",
                "such as SQS_ENDPOINT={AWS_ENDPOINT_URL_SQS}; may be repeated"
            })
    private List<Variable> variables = List.of();

    @Option(
            names = QUEUE_URL_ENV,
            paramLabel = "NAME",
            converter = NameConverter.class,
            description =
                    "with --consumer-cmd: the variable from which that program takes the queue's URL, besides QUEUE_URL")
    private @Nullable String queueUrlName;

    /** A variable and its value. */
    record Variable(String name, String value) {}

    boolean hasConsumer() {
        return consumer != null;
    }

    Programs programs(Dist dist) {
        return new Programs(dist, foreign(), new ForeignVariables(values(), Optional.ofNullable(queueUrlName)));
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        variables.forEach(variable -> values.put(variable.name(), variable.value()));
        return values;
    }

    private Map<String, ProgramCommand> foreign() {
        Map<String, ProgramCommand> foreign = new TreeMap<>();
        if (consumer != null) {
            foreign.put(Programs.CONSUMER, consumer);
        }
        if (producer != null) {
            foreign.put(Programs.PRODUCER, producer);
        }
        return foreign;
    }

    /** The end of a line about the run: which programs are not ours; empty text if all are. */
    String describe() {
        StringBuilder text = new StringBuilder();
        foreign()
                .forEach((program, command) ->
                        text.append(", ").append(program).append(": ").append(command.text()));
        return text.toString();
    }

    /** The options that another run needs to be played with the same programs. */
    List<String> toRunAgain() {
        List<String> again = new ArrayList<>();
        foreign().forEach((program, command) -> again.add("--" + program + "-cmd=" + command.text()));
        values().forEach((name, value) -> again.add(ENV + "=" + name + "=" + value));
        if (queueUrlName != null) {
            again.add(QUEUE_URL_ENV + "=" + queueUrlName);
        }
        return again;
    }

    private static void requireName(String name, String text) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new TypeConversionException("'" + Text.printable(text)
                    + "' is not accepted: expected the name of a variable, of letters, digits and underscores");
        }
    }

    /** Refuses what no process could get. */
    static final class VariableConverter implements ITypeConverter<Variable> {
        @Override
        public Variable convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new TypeConversionException("'" + Text.printable(text)
                        + "' is not accepted: expected NAME=VALUE, such as SQS_ENDPOINT={AWS_ENDPOINT_URL_SQS}");
            }
            requireName(text.substring(0, equals), text);
            return new Variable(text.substring(0, equals), text.substring(equals + 1));
        }
    }

    /** The same for a name alone. */
    static final class NameConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            requireName(text, text);
            return text;
        }
    }

    /** Refuses at once what could not be started. */
    static final class Command implements ITypeConverter<ProgramCommand> {
        @Override
        public ProgramCommand convert(String text) {
            try {
                return ProgramCommand.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' is not accepted: " + e.getMessage());
            }
        }
    }
}
