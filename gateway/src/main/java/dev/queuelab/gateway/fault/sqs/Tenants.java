package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each tenant of a fair queue takes up of its consumers, and in which order waiting messages are delivered for that
 * (Amazon SQS Developer Guide, "How Amazon SQS fair queues work"). Not thread-safe.
 */
final class Tenants {
    private static final String ATTRIBUTES = "Attributes";

    private final int messages;
    private final int percent;
    private final Map<String, InFlight> inFlight = new HashMap<>();
    private final Map<String, Duration> busy = new HashMap<>();

    private record InFlight(String tenant, Instant since, Instant until) {}

    /**
     * A tenant is noisy if it has more than a share of all messages in flight, and many, or of the consumers' time.
     *
     * @param messages how many it has in flight at least
     * @param percent the share that it is above
     */
    Tenants(int messages, int percent) {
        this.messages = messages;
        this.percent = percent;
    }

    /** The group of a message that was received; one without is a tenant of its own. */
    static String tenantOf(JsonNode message) {
        String group = message.path(ATTRIBUTES).path("MessageGroupId").asText();
        return group.isEmpty() ? "message " + Messages.id(message) : "group " + group;
    }

    private static long sentAt(JsonNode message) {
        return message.path(ATTRIBUTES).path("SentTimestamp").asLong();
    }

    /** The message is in flight until then, or until it is deleted. */
    void delivered(JsonNode message, Instant now, Instant until) {
        inFlight.put(Messages.handle(message), new InFlight(tenantOf(message), now, until));
    }

    /** The message with this handle becomes visible then. */
    void visibleAt(String handle, Instant until) {
        inFlight.computeIfPresent(handle, (unused, flight) -> new InFlight(flight.tenant(), flight.since(), until));
    }

    /** The message with this handle is not in flight any more. */
    void ended(String handle, Instant now) {
        InFlight flight = inFlight.remove(handle);
        if (flight != null) {
            busy.merge(flight.tenant(), Duration.between(flight.since(), now), Duration::plus);
        }
    }

    /** Only these have a backlog: of all others it is forgotten how noisy they were. */
    void forgetOthers(Set<String> withBacklog) {
        busy.keySet().retainAll(withBacklog);
    }

    /** The first {@code most} of the waiting messages, as a queue that is not fair delivers them. */
    static <M extends JsonNode> List<M> oldest(Collection<M> waiting, int most) {
        return waiting.stream()
                .sorted(Comparator.comparingLong(Tenants::sentAt))
                .limit(most)
                .toList();
    }

    /**
     * The first {@code most} of the waiting messages: those of quiet tenants first, the oldest first. Of noisy tenants the
     * one is next that has the fewest messages in flight, or has taken the least time.
     */
    <M extends JsonNode> List<M> fairest(Collection<M> waiting, int most, Instant now) {
        List.copyOf(inFlight.entrySet()).stream()
                .filter(entry -> !entry.getValue().until().isAfter(now))
                .forEach(entry -> ended(entry.getKey(), entry.getValue().until()));
        Map<String, Long> counts = new HashMap<>(
                inFlight.values().stream().collect(Collectors.groupingBy(InFlight::tenant, Collectors.counting())));
        Map<String, Duration> times = new HashMap<>(busy);
        inFlight.values()
                .forEach(flight -> times.merge(flight.tenant(), Duration.between(flight.since(), now), Duration::plus));
        Set<String> noisy = waiting.stream()
                .map(Tenants::tenantOf)
                .filter(tenant -> isNoisy(tenant, counts, times))
                .collect(Collectors.toSet());
        List<M> left = new ArrayList<>(oldest(waiting, waiting.size()));
        List<M> first = new ArrayList<>();
        while (first.size() < most && !left.isEmpty()) {
            M next = left.stream()
                    .min(Comparator.comparing((M message) -> noisy.contains(tenantOf(message)))
                            .thenComparing(message -> noisyOnly(noisy, message, counts, 0L))
                            .thenComparing(message -> noisyOnly(noisy, message, times, Duration.ZERO)))
                    .orElseThrow();
            left.remove(next);
            first.add(next);
            counts.merge(tenantOf(next), 1L, Long::sum);
        }
        return first;
    }

    private static <T> T noisyOnly(Set<String> noisy, JsonNode message, Map<String, T> values, T none) {
        String tenant = tenantOf(message);
        return noisy.contains(tenant) ? values.getOrDefault(tenant, none) : none;
    }

    private boolean isNoisy(String tenant, Map<String, Long> counts, Map<String, Duration> times) {
        long count = counts.getOrDefault(tenant, 0L);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long time = times.getOrDefault(tenant, Duration.ZERO).toMillis();
        long allTime = times.values().stream().mapToLong(Duration::toMillis).sum();
        return (count >= messages && count * 100 > percent * all) || time * 100 > percent * allTime;
    }
}
