package dev.queuelab.scenarios.check;

import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tenant of a queue that several share.
 *
 * @param messages in the order of sending
 */
record Tenant(String name, List<Sent> messages) {
    Tenant {
        messages = List.copyOf(messages);
    }

    /** A message, and its place in the order in which all tenants' messages were sent. */
    record Sent(int place, MessageTrace trace) {
        Optional<Instant> received() {
            return trace.deliveries().stream().map(Delivery::at).min(Instant::compareTo);
        }

        /** From its sending to its first receipt. */
        Optional<Duration> waited() {
            return received().flatMap(at -> trace.acknowledged().map(sent -> Duration.between(sent.at(), at)));
        }

        private boolean isReceivedBefore(Instant moment) {
            return received().filter(moment::isAfter).isPresent();
        }
    }

    /** The tenants of what this producer sent, by a field of its messages, in the order in which they begin. */
    static Map<String, Tenant> in(Evidence evidence, String producer, String field) {
        List<Payload> fields = evidence.fieldsGivenTo(producer);
        List<MessageTrace> traces = evidence.messages().from(Set.of(producer)).traces();
        Map<String, List<Sent>> sent = new LinkedHashMap<>();
        for (int place = 0; place < Math.min(fields.size(), traces.size()); place++) {
            sent.computeIfAbsent(fields.get(place).text(field).orElse(""), name -> new ArrayList<>())
                    .add(new Sent(place, traces.get(place)));
        }
        Map<String, Tenant> tenants = new LinkedHashMap<>();
        sent.forEach((name, messages) -> tenants.put(name, new Tenant(name, messages)));
        return tenants;
    }

    /** How many of this tenant's messages were waiting when the other one was sent. */
    long waitingBefore(Sent other) {
        Instant sent = other.trace().acknowledged().orElseThrow().at();
        return messages.stream()
                .filter(own -> own.place() < other.place() && !own.isReceivedBefore(sent))
                .count();
    }

    /** How many of these were received while the other one waited. */
    long receivedBefore(Sent other) {
        Instant sent = other.trace().acknowledged().orElseThrow().at();
        Instant received = other.received().orElse(Instant.MAX);
        return messages.stream()
                .filter(own ->
                        own.place() < other.place() && !own.isReceivedBefore(sent) && own.isReceivedBefore(received))
                .count();
    }

    /** How long its messages that were received had waited, the shortest first. */
    List<Duration> waits() {
        return messages.stream()
                .flatMap(message -> message.waited().stream())
                .sorted()
                .toList();
    }
}
