package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks of FIFO groups, one of which begins with poison. SQS delivers no message of a group while another of it is in
 * flight (Amazon SQS Developer Guide, "FIFO queue delivery logic"); but one receive may bring several of a group.
 */
public final class GroupChecks {
    /** The payload field that names a message's group. */
    public static final String GROUP = "group";

    private final String head;
    private final String others;

    /**
     * Checks of the messages of two producers.
     *
     * @param head the label of the producer that sent the poison, which is the first of its group
     * @param others the label of the producer that sent all others after it
     */
    public GroupChecks(String head, String others) {
        this.head = head;
        this.others = others;
    }

    /** The name of a group by its number, from 0. */
    public static String name(int number) {
        return GROUP + "-" + (number + 1);
    }

    private List<FifoGroup> groups(Evidence evidence) {
        return FifoGroup.in(evidence, List.of(head, others));
    }

    private Optional<FifoGroup> sick(Evidence evidence) {
        return groups(evidence).stream()
                .filter(group -> group.poison().isPresent())
                .findFirst();
    }

    public Requirement othersFlow() {
        return DeliveryChecks.deletedAtFirstSight(
                "other groups flow",
                "Each message of the other groups was deleted by the process that received it first.",
                evidence -> evidence.messages()
                        .where(trace -> groups(evidence).stream()
                                .anyMatch(group -> group.poison().isEmpty()
                                        && group.messages().contains(trace))));
    }

    public Requirement groupWaits() {
        return new Requirement(
                "group waits for its head",
                "No message of the poison's group was begun before the poison's last delivery. SQS delivers none of a group"
                        + " while another of it is in flight; those that came together with the poison had to be handed"
                        + " back, or left.",
                evidence -> groupWaits(evidence).onlyInHistoriesOrCalls("when messages were received"));
    }

    private Finding groupWaits(Evidence evidence) {
        Optional<FifoGroup> sick = sick(evidence);
        Optional<Instant> last = sick.flatMap(FifoGroup::poison).flatMap(FifoGroup::lastDelivery);
        if (sick.isEmpty() || last.isEmpty()) {
            return Finding.undecided("the poison was not delivered");
        }
        List<String> early = sick.get().good().stream()
                .filter(trace ->
                        FifoGroup.begun(trace).filter(last.get()::isAfter).isPresent())
                .map(MessageTrace::id)
                .toList();
        return early.isEmpty()
                ? Finding.holds("the " + sick.get().good().size() + " after the poison were begun "
                        + sick.get().blocked().map(Seconds::format).orElse("(never)") + " s after its first delivery")
                : Finding.broken(early.size() + " overtook the poison before its last delivery: " + Names.of(early));
    }

    public Requirement orderKept() {
        return new Requirement(
                "order kept in each group",
                "In each group, what was done was done in the order of sending.",
                this::orderKept);
    }

    private Finding orderKept(Evidence evidence) {
        List<String> done = doneInOrder(evidence);
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (FifoGroup group : groups(evidence)) {
            List<String> sent = group.good().stream().map(MessageTrace::id).toList();
            List<String> seen = done.stream().filter(sent::contains).distinct().toList();
            judged += seen.size();
            if (!seen.equals(
                    seen.stream().sorted(Comparator.comparing(sent::indexOf)).toList())) {
                wrong.add(group.name());
            }
        }
        return (wrong.isEmpty()
                        ? Finding.holds(
                                judged + " messages of " + groups(evidence).size() + " groups were done in order")
                        : Finding.broken("out of order: " + Names.of(wrong)))
                .onlyInHistoriesOrCalls("when messages were done");
    }

    /** By their effects; where none is seen, by their deletions. */
    private static List<String> doneInOrder(Evidence evidence) {
        boolean effects = evidence.areEffectsKnown();
        return evidence.history().entries().stream()
                .map(Entry::event)
                .filter(event -> effects ? event instanceof Event.EffectPerformed : event instanceof Event.Deleted)
                .map(event -> ((Event.OfMessage) event).id())
                .toList();
    }

    /** The poison was retried while there was something else to do. */
    public Precondition othersAtWork() {
        return new Precondition(
                "others at work meanwhile",
                "The failure could come about: messages of other groups were begun between the first and the last delivery"
                        + " of the poison, or it was handed back sooner than its visibility timeout ends, so that it held"
                        + " up nobody.",
                evidence -> othersAtWork(evidence).onlyInHistoriesOrCalls("when messages were received"));
    }

    private Finding othersAtWork(Evidence evidence) {
        Optional<MessageTrace> poison = sick(evidence).flatMap(FifoGroup::poison);
        Optional<Instant> first = poison.flatMap(FifoGroup::firstDelivery);
        Optional<Instant> last = poison.flatMap(FifoGroup::lastDelivery);
        Optional<Duration> retried = first.flatMap(from -> last.map(to -> Duration.between(from, to)));
        long meanwhile = groups(evidence).stream()
                .filter(group -> group.poison().isEmpty())
                .flatMap(group -> group.good().stream())
                .flatMap(trace -> FifoGroup.begun(trace).stream())
                .filter(at -> first.filter(at::isAfter).isPresent()
                        && last.filter(at::isBefore).isPresent())
                .count();
        Duration timeout = evidence.queueSettings().visibilityTimeout();
        boolean handedBack = retried.filter(time -> !time.isZero() && time.compareTo(timeout) < 0)
                .isPresent();
        return Finding.that(
                meanwhile > 0 || handedBack,
                meanwhile + " of other groups were begun while the poison was retried"
                        + retried.map(time -> ", for " + Seconds.format(time) + " s")
                                .orElse(""));
    }

    /** Each group: what became of its messages, and for how long its poison kept it from going on. */
    public ReportTable table() {
        return new ReportTable(
                "groups",
                evidence -> new Table(
                        List.of(
                                "group",
                                "sent",
                                "done",
                                "dead-lettered",
                                "deliveries",
                                "handed back",
                                "blocked (s)",
                                "all done after (s)"),
                        groups(evidence).stream()
                                .map(group -> row(evidence, group))
                                .toList()));
    }

    private static List<String> row(Evidence evidence, FifoGroup group) {
        List<String> ids = group.messages().stream().map(MessageTrace::id).toList();
        Stream<Delivery> deliveries = group.messages().stream().flatMap(trace -> trace.deliveries().stream());
        return List.of(
                group.name(),
                Integer.toString(ids.size()),
                Long.toString(ids.stream().filter(evidence::isTreatedAsAny).count()),
                Long.toString(ids.stream().filter(evidence::isDeadLettered).count()),
                Integer.toString(ids.stream().mapToInt(evidence::deliveriesOf).sum()),
                Long.toString(deliveries
                        .filter(delivery ->
                                delivery.timeOf(Event.HandedBack.class).isPresent())
                        .count()),
                group.poison().isEmpty()
                        ? "0.0"
                        : group.blocked().map(Seconds::format).orElse("never went on"),
                allDoneAfter(evidence, group).map(Seconds::format).orElse("never"));
    }

    /** Since the first delivery of the run, to the deletion of the group's last good message. */
    private static Optional<Duration> allDoneAfter(Evidence evidence, FifoGroup group) {
        Optional<Instant> begin = evidence.messages().traces().stream()
                .flatMap(trace -> FifoGroup.firstDelivery(trace).stream())
                .min(Instant::compareTo);
        List<Instant> deletions = group.good().stream()
                .flatMap(trace -> FifoGroup.deleted(trace).stream())
                .toList();
        return deletions.size() < group.good().size()
                ? Optional.empty()
                : begin.flatMap(at -> deletions.stream().max(Instant::compareTo).map(end -> Duration.between(at, end)));
    }
}
