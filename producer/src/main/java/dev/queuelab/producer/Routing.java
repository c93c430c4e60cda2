package dev.queuelab.producer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fields of a message that tell the queue how to treat it.
 *
 * @param groupField messages of a FIFO queue with the same value of it keep their order
 * @param delayField for how many seconds a standard queue holds the message back (Amazon SQS, "message timers")
 */
record Routing(Optional<String> groupField, Optional<String> delayField) {
    static final Routing NONE = new Routing(Optional.empty(), Optional.empty());

    /** Amazon SQS API reference, SendMessage: DelaySeconds. */
    private static final int MOST_DELAY_SECONDS = 900;

    /** Messages of a FIFO queue that are not told apart share one group, so that their order is total. */
    private static final String ONE_GROUP = "queue-lab";

    String groupOf(JsonNode body) {
        return groupField
                .map(field -> body.path(field).asText())
                .filter(group -> !group.isEmpty())
                .orElse(ONE_GROUP);
    }

    int delaySecondsOf(JsonNode body) {
        return delayField.map(field -> body.path(field).intValue()).orElse(0);
    }

    /** What keeps the file's objects from telling a delay, if anything does. */
    Optional<String> delayComplaint(FieldsFile fields) {
        return delayField.flatMap(field -> IntStream.range(0, fields.objects().size())
                .filter(index -> !isDelay(fields.of(index).path(field)))
                .mapToObj(index -> "expected a whole number from 0 to " + MOST_DELAY_SECONDS + " in each line of "
                        + fields + ", but line " + (index + 1) + " is " + fields.of(index))
                .findFirst());
    }

    private static boolean isDelay(JsonNode value) {
        return value.isInt() && value.intValue() >= 0 && value.intValue() <= MOST_DELAY_SECONDS;
    }
}
