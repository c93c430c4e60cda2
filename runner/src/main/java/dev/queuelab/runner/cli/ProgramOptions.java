package dev.queuelab.runner.cli;

import dev.queuelab.lab.process.Dist;
import dev.queuelab.lab.process.ProgramCommand;
import dev.queuelab.lab.process.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which programs run: ours, or others in their place. */
final class ProgramOptions {
    static final String CONSUMER_CMD = "--consumer-cmd";
    private static final String PRODUCER_CMD = "--producer-cmd";

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

    boolean hasConsumer() {
        return consumer != null;
    }

    Programs programs(Dist dist) {
        return new Programs(dist, foreign());
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
        return again;
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
