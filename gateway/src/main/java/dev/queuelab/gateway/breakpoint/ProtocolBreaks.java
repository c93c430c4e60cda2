package dev.queuelab.gateway.breakpoint;

import dev.queuelab.core.call.CallBreak;
import dev.queuelab.core.call.CallBreak.Way;
import dev.queuelab.core.call.ProtocolCall;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Subject;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.Encounter;
import dev.queuelab.gateway.fault.Next;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Breaks calls of a consumer's protocol, one for each message that it receives: of the first message the call of the first
 * break, and so on. Each break happens once, however often its message is delivered.
 */
public final class ProtocolBreaks implements Interceptor {
    private static final String NAME = "breakpoint";
    private static final String RECEIVE = "ReceiveMessage";

    /** Of a call that is about several messages. */
    private static final String BATCH = "Batch";

    /** Libraries collect deletions for a second or so. */
    private static final long MOST_NANOS_TO_A_BATCH = 10_000_000_000L;

    private static final long MILLIS_BETWEEN_LOOKS = 20;

    /** All tries that an SDK makes of one call have the same. */
    private static final String INVOCATION = "amz-sdk-invocation-id";

    private final Listener listener;
    private final Subjects subjects = new Subjects(false);
    private final Deque<CallBreak> left;
    private final List<Message> messages = new ArrayList<>();
    private final Set<String> lostInvocations = new HashSet<>();
    private final Object polls = new Object();

    /** Breaks these, in this order. */
    public ProtocolBreaks(List<CallBreak> breaks, Listener listener) {
        this.left = new ArrayDeque<>(breaks);
        this.listener = listener;
    }

    /** Gets to know of a break when it happens. */
    @FunctionalInterface
    public interface Listener {

        /**
         * The call is about to be broken; what is to happen to its process happens here. The call goes on, if it does, when
         * this returns.
         *
         * @param id the message's; empty for a receive that is not forwarded
         */
        void broken(CallBreak broken, Optional<String> id);
    }

    /** A message that the consumer was given, with what is to be broken of it. */
    private static final class Message {
        private final Set<String> names;
        private final String id;
        private Optional<CallBreak> awaited;
        private final Map<String, Integer> calls = new HashMap<>();
        private final long receivedAt = System.nanoTime();

        Message(Subject subject, Optional<CallBreak> awaited) {
            this.names = subject.names();
            this.id = subject.id().or(subject::messageId).orElse("");
            this.awaited = awaited;
        }

        boolean awaitsBatch() {
            return awaited.filter(broken -> broken.call().operation().endsWith(BATCH))
                            .isPresent()
                    && System.nanoTime() - receivedAt < MOST_NANOS_TO_A_BATCH;
        }

        /** Counts the call, and says whether it is the one that is to be broken. */
        Optional<CallBreak> meets(Call call) {
            String kind = call.operation() + " " + call.resource();
            int occurrence = calls.merge(kind, 1, Integer::sum);
            ProtocolCall made = new ProtocolCall(call.operation(), call.resource(), occurrence);
            Optional<CallBreak> met = awaited.filter(broken -> broken.call().equals(made));
            if (met.isPresent()) {
                awaited = Optional.empty();
            }
            return met;
        }
    }

    private record Met(CallBreak broken, Optional<String> id) {}

    @Override
    public Reply intercept(Call call, Encounter encounter, Next next) {
        if (isLostInvocation(call)) {
            encounter.meets(NAME);
            return isReceive(call) ? Reply.none() : Reply.lost(next.forward(call));
        }
        if (isReceive(call)) {
            synchronized (polls) {
                awaitBatches();
                return receive(call, encounter, next);
            }
        }
        Optional<Met> met = call.attempt() > 1 ? Optional.empty() : meet(call, encounter.subjects());
        if (met.isEmpty()) {
            return next.forward(call);
        }
        encounter.meets(NAME);
        return met.get().broken().way().isBeforeCall()
                ? breakBefore(met.get(), call, next)
                : breakAfter(met.get(), call, next.forward(call));
    }

    /** A further try of one whose reply was lost would take other messages, which have breaks of their own. */
    private static boolean isReceive(Call call) {
        return call.operation().equals(RECEIVE);
    }

    private Reply breakBefore(Met met, Call call, Next next) {
        report(met);
        return met.broken().way().closes() ? Reply.none() : next.forward(call);
    }

    private Reply breakAfter(Met met, Call call, Reply reply) {
        if (met.broken().way() == Way.ALL_REPLIES_LOST) {
            loseFurtherTries(call);
        }
        report(met);
        return met.broken().way().closes() ? Reply.lost(reply) : reply;
    }

    private synchronized void loseFurtherTries(Call call) {
        call.headers().first(INVOCATION).ifPresent(lostInvocations::add);
    }

    private Reply receive(Call call, Encounter encounter, Next next) {
        Optional<CallBreak> before = nextBeforeReceive(call);
        if (before.isPresent()) {
            encounter.meets(NAME);
            return breakBefore(new Met(before.get(), Optional.empty()), call, next);
        }
        Reply reply = next.forward(call);
        Optional<Met> met =
                reply instanceof Reply.Answer answer ? meetReceived(call, subjects.of(call, answer)) : Optional.empty();
        if (met.isEmpty()) {
            return reply;
        }
        encounter.meets(NAME);
        return breakAfter(met.get(), call, reply);
    }

    /**
     * One call by batch may be about several messages, of which only one break can come about: no other message is received
     * until that call was made.
     */
    private synchronized void awaitBatches() {
        try {
            while (messages.stream().anyMatch(Message::awaitsBatch)) {
                wait(MILLIS_BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isLostInvocation(Call call) {
        return call.headers()
                .first(INVOCATION)
                .filter(lostInvocations::contains)
                .isPresent();
    }

    private void report(Met met) {
        listener.broken(met.broken(), met.id());
    }

    /** A receive that is broken before it is forwarded is about no message, so it takes its break from the list. */
    private synchronized Optional<CallBreak> nextBeforeReceive(Call call) {
        return Optional.ofNullable(left.peek())
                .filter(broken -> broken.way().isBeforeCall()
                        && broken.call().operation().equals(RECEIVE)
                        && broken.call().resource().equals(call.resource()))
                .map(broken -> left.remove());
    }

    private synchronized Optional<Met> meetReceived(Call call, List<Subject> received) {
        for (Subject subject : received) {
            if (messages.stream().noneMatch(message -> subject.isNamed(message.names))) {
                messages.add(new Message(subject, Optional.ofNullable(left.poll())));
            }
        }
        return meet(call, received);
    }

    private synchronized Optional<Met> meet(Call call, List<Subject> about) {
        Optional<Met> first = Optional.empty();
        for (Message message : messages) {
            if (about.stream().anyMatch(subject -> subject.isNamed(message.names))) {
                Optional<CallBreak> met = message.meets(call);
                if (first.isEmpty() && met.isPresent()) {
                    first = met.map(broken -> new Met(broken, Optional.of(message.id)));
                }
            }
        }
        return first;
    }
}
