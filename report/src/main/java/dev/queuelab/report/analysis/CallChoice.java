package dev.queuelab.report.analysis;

import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Which calls a page shows where there are too many: first those that say most. */
public final class CallChoice {
    private static final int OK = 200;

    private CallChoice() {}

    /**
     * At most {@code most} of these calls, in their order: those that met a fault, failed or got no whole reply, then
     * those of unusual messages, then those of others, then those of no message, and polls that found nothing last. Of
     * the first kind that does not fit whole, as many as fit, spread evenly over the run.
     *
     * @param unusual the ids of messages that took an unusual way
     */
    public static List<CallRecord> of(List<CallRecord> calls, int most, CallMessages messages, Set<String> unusual) {
        return byRank(calls, most, call -> rank(call, messages, unusual));
    }

    private static int rank(CallRecord call, CallMessages messages, Set<String> unusual) {
        boolean isUndisturbed = call.replied()
                .filter(reply -> reply.faults().isEmpty())
                .flatMap(CallFact.Replied::status)
                .filter(status -> status == OK)
                .isPresent();
        if (!isUndisturbed) {
            return 0;
        }
        Set<String> about = messages.of(call);
        if (about.isEmpty()) {
            return call.called().operation().equals("ReceiveMessage") ? 4 : 3;
        }
        return about.stream().anyMatch(unusual::contains) ? 1 : 2;
    }

    private static List<CallRecord> byRank(List<CallRecord> calls, int most, ToIntFunction<CallRecord> rank) {
        if (calls.size() <= most) {
            return calls;
        }
        int[] ranks = calls.stream().mapToInt(rank).toArray();
        List<Integer> kept = new ArrayList<>();
        for (int r = 0; kept.size() < most; r++) {
            int now = r;
            List<Integer> ofRank = IntStream.range(0, ranks.length)
                    .filter(i -> ranks[i] == now)
                    .boxed()
                    .toList();
            kept.addAll(spread(ofRank, most - kept.size()));
        }
        return kept.stream().sorted(Comparator.naturalOrder()).map(calls::get).toList();
    }

    private static List<Integer> spread(List<Integer> all, int room) {
        if (all.size() <= room) {
            return all;
        }
        return IntStream.range(0, room)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / room)))
                .toList();
    }
}
