package dev.queuelab.producer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.payload.Payload;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes messages, one after the other. The seed decides all of them; the run's id, if any, changes their ids and
 * nothing else, so that a second run with the same seed does the same work under ids of its own.
 */
final class MessageFactory {
    private static final int MOST_WORK = 1_000;

    private final PoisonPlan poison;
    private final Optional<String> run;
    private final Optional<FieldsFile> fields;
    private final Routing routing;
    private final SplittableRandom ids;
    private final SplittableRandom work;
    private long index;

    MessageFactory(Seeds seeds, Optional<String> run, PoisonPlan poison, Optional<FieldsFile> fields, Routing routing) {
        this.routing = routing;
        this.fields = fields;
        this.poison = poison;
        this.run = run;
        this.ids = seeds.stream("ids" + run.map(id -> " of run " + id).orElse(""));
        this.work = seeds.stream("work");
    }

    List<Draft> next(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }

    private Draft next() {
        boolean isPoison = poison.isPoison(index);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put(Payload.ID, uuid().toString())
                .put(Payload.WORK, work.nextInt(1, MOST_WORK + 1));
        run.ifPresent(name -> body.put(Payload.RUN, name));
        if (isPoison) {
            body.put(Payload.POISON, true).put(Payload.MARKER, Payload.POISON_MARKER);
        }
        fields.ifPresent(file -> body.setAll(file.of(index)));
        index++;
        return new Draft(
                body.path(Payload.ID).asText(),
                body.toString(),
                isPoison,
                routing.groupOf(body),
                routing.delaySecondsOf(body));
    }

    /** A random UUID (RFC 9562, version 4), but from our own stream. */
    private UUID uuid() {
        long high = (ids.nextLong() & ~0xF000L) | 0x4000L;
        long low = (ids.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}
