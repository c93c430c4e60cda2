package dev.queuelab.producer.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.payload.PayloadWriter;
import dev.queuelab.core.payload.SchemaVersion;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes messages, one after the other. The seed decides all of them; the run's id, if any, changes their ids and
 * nothing else, so that a second run with the same seed does the same work under ids of its own.
 */
public final class MessageFactory {
    private static final int MOST_WORK = 1_000;

    private final PoisonPlan poison;
    private final Optional<String> run;
    private final Optional<SchemaVersion> schema;
    private final Optional<FieldsFile> fields;
    private final Routing routing;
    private final boolean poisonCutShort;
    private final SplittableRandom ids;
    private final SplittableRandom work;
    private long index;

    public MessageFactory(
            RandomStreams seeds,
            Optional<String> run,
            Optional<SchemaVersion> schema,
            PoisonPlan poison,
            Optional<FieldsFile> fields,
            Routing routing) {
        this(seeds, run, schema, poison, fields, routing, false);
    }

    /** @param poisonCutShort whether poison lacks its last character, so that no consumer can decode it */
    public MessageFactory(
            RandomStreams seeds,
            Optional<String> run,
            Optional<SchemaVersion> schema,
            PoisonPlan poison,
            Optional<FieldsFile> fields,
            Routing routing,
            boolean poisonCutShort) {
        this.routing = routing;
        this.poisonCutShort = poisonCutShort;
        this.fields = fields;
        this.poison = poison;
        this.run = run;
        this.schema = schema;
        this.ids = seeds.stream("ids" + run.map(id -> " of run " + id).orElse(""));
        this.work = seeds.stream("work");
    }

    public List<OutgoingMessage> next(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }

    private OutgoingMessage next() {
        boolean isPoison = poison.isPoison(index);
        String uuid = uuid().toString();
        ObjectNode body = PayloadWriter.synthetic(uuid, work.nextInt(1, MOST_WORK + 1), run, isPoison);
        schema.ifPresent(version -> body.put(Payload.SCHEMA_VERSION, version.toString()));
        ObjectNode parsed = body.deepCopy();
        fields.ifPresent(file -> {
            parsed.setAll(file.of(index).parsed());
            file.of(index).raw().forEach(body::putRawValue);
        });
        index++;
        return new OutgoingMessage(
                idOf(parsed.path(Payload.ID)).orElse(uuid),
                isPoison && poisonCutShort ? cutShort(body.toString()) : body.toString(),
                isPoison,
                routing.groupOf(parsed),
                routing.delaySecondsOf(parsed));
    }

    private static String cutShort(String json) {
        return json.substring(0, json.length() - 1);
    }

    /**
     * The id as a consumer reads it. One that a consumer cannot use, such as null, is replaced by one of our own, by which
     * the history and SQS's deduplication distinguish the message from others.
     */
    private static Optional<String> idOf(JsonNode id) {
        return Optional.of(id)
                .filter(value -> value.isTextual() || value.isIntegralNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }

    /** A random UUID (RFC 9562, version 4), but from our own stream. */
    private UUID uuid() {
        long high = (ids.nextLong() & ~0xF000L) | 0x4000L;
        long low = (ids.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}
