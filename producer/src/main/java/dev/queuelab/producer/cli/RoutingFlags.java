package dev.queuelab.producer.cli;

import dev.queuelab.producer.message.FieldsFile;
import dev.queuelab.producer.message.Routing;
import dev.queuelab.producer.sending.TargetQueue;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags that say how the queue is to treat the messages. */
final class RoutingFlags {
    @Option(
            names = "--group-by",
            paramLabel = "FIELD",
            converter = FlagTypes.Name.class,
            description =
                    "FIFO queues: messages with the same value of this field keep their order (default: all messages"
                            + " do). Standard queues: it names the tenant of a fair queue (default: none).")
    private Optional<String> groupField = Optional.empty();

    @Option(
            names = "--delay-by",
            paramLabel = "FIELD",
            converter = FlagTypes.Name.class,
            description =
                    "Standard queues: the field with the seconds, 0 to 900, for which the queue delays the message;"
                            + " needs --fields-from (default: no delay).")
    private Optional<String> delayField = Optional.empty();

    /** What is wrong with the flags for these messages and this queue, if anything. */
    Optional<String> problem(Optional<FieldsFile> fields, TargetQueue queue) {
        return delayField
                .flatMap(field -> delayProblem(field, fields, queue))
                .map(why -> "--delay-by " + delayField.orElseThrow() + " is not accepted: " + why);
    }

    private Optional<String> delayProblem(String field, Optional<FieldsFile> fields, TargetQueue queue) {
        if (queue.fifo()) {
            return Optional.of("a FIFO queue delays all of its messages alike, or none");
        }
        return fields.map(file -> routing().delayProblem(file))
                .orElseGet(() -> Optional.of("expected --fields-from, with " + field + " in each line"));
    }

    Routing routing() {
        return new Routing(groupField, delayField);
    }
}
