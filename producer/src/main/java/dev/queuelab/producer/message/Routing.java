package dev.queuelab.producer.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.queuelab.core.toolbox.Text;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fields of a message that decide how the queue treats it.
 *
 * @param groupField messages of a FIFO queue with the same value of it keep their order; on a standard queue they are of one
 *     tenant (Amazon SQS, "fair queues")
 * @param delayField for how many seconds a standard queue holds the message back (Amazon SQS, "message timers")
 */
public record Routing(Optional<String> groupField, Optional<String> delayField) {
    public static final Routing NONE = new Routing(Optional.empty(), Optional.empty());

    /** Amazon SQS API reference, SendMessage: DelaySeconds. */
    private static final int MOST_DELAY_SECONDS = 900;

    /** The message's group, if it has one of its own; always an id that SQS accepts. */
    public Optional<String> groupOf(JsonNode body) {
        return groupField
                .map(body::path)
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .map(value -> value.isTextual() ? value.textValue() : value.toString())
                .filter(group -> !group.isEmpty())
                .map(FifoIds::accepted);
    }

    public int delaySecondsOf(JsonNode body) {
        return delayField.map(field -> body.path(field).intValue()).orElse(0);
    }

    /** Why a line of the file has no delay, if one has none. */
    public Optional<String> delayProblem(FieldsFile fields) {
        return delayField.flatMap(field -> IntStream.range(0, fields.lines().size())
                .filter(index -> !isDelay(fields.of(index).parsed().path(field)))
                .mapToObj(index -> "expected a whole number from 0 to " + MOST_DELAY_SECONDS + " in each line of "
                        + fields + ", but line " + (index + 1) + " is "
                        + Text.printable(Text.truncate(fields.of(index).parsed().toString(), 200)))
                .findFirst());
    }

    private static boolean isDelay(JsonNode value) {
        return value.isInt() && value.intValue() >= 0 && value.intValue() <= MOST_DELAY_SECONDS;
    }
}
