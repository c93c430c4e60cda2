package dev.queuelab.core.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.queuelab.core.call.CallBreak;
import dev.queuelab.core.call.ProtocolCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a process records about itself. {@code id} is the message's identity (the payload's {@code id}, or else
 * SQS's MessageId); {@code key} is what an effect is recorded under: the identity, or {@code biz:field:value}.
 *
 * <p>A fact that announces what is about to happen ({@link Sending}, {@link EffectAttempted}) without one that says how
 * it ended leaves the outcome unknown, not failed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Started.class, name = "started"),
    @JsonSubTypes.Type(value = Event.Sending.class, name = "sending"),
    @JsonSubTypes.Type(value = Event.Sent.class, name = "sent"),
    @JsonSubTypes.Type(value = Event.SendFailed.class, name = "send-failed"),
    @JsonSubTypes.Type(value = Event.Received.class, name = "received"),
    @JsonSubTypes.Type(value = Event.BodyChanged.class, name = "body-changed"),
    @JsonSubTypes.Type(value = Event.LeaseHeld.class, name = "lease-held"),
    @JsonSubTypes.Type(value = Event.LeaseRefused.class, name = "lease-refused"),
    @JsonSubTypes.Type(value = Event.Fenced.class, name = "fenced"),
    @JsonSubTypes.Type(value = Event.Skipped.class, name = "skipped"),
    @JsonSubTypes.Type(value = Event.EffectAttempted.class, name = "effect-attempted"),
    @JsonSubTypes.Type(value = Event.EffectPerformed.class, name = "effect-performed"),
    @JsonSubTypes.Type(value = Event.Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = Event.Deleted.class, name = "deleted"),
    @JsonSubTypes.Type(value = Event.DeleteStale.class, name = "delete-stale"),
    @JsonSubTypes.Type(value = Event.HandedBack.class, name = "handed-back"),
    @JsonSubTypes.Type(value = Event.Extended.class, name = "extended"),
    @JsonSubTypes.Type(value = Event.Rejected.class, name = "rejected"),
    @JsonSubTypes.Type(value = Event.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Event.Expired.class, name = "expired"),
    @JsonSubTypes.Type(value = Event.Crashed.class, name = "crashed"),
    @JsonSubTypes.Type(value = Event.ShutdownRequested.class, name = "shutdown-requested"),
    @JsonSubTypes.Type(value = Event.Stopped.class, name = "stopped"),
    @JsonSubTypes.Type(value = Event.Signalled.class, name = "signalled"),
    @JsonSubTypes.Type(value = Event.Exited.class, name = "exited"),
    @JsonSubTypes.Type(value = Event.CallsFound.class, name = "calls-found"),
    @JsonSubTypes.Type(value = Event.CallBroken.class, name = "call-broken"),
    @JsonSubTypes.Type(value = Event.FaultBegun.class, name = "fault-begun"),
    @JsonSubTypes.Type(value = Event.FaultEnded.class, name = "fault-ended"),
    @JsonSubTypes.Type(value = Event.EndedUnasked.class, name = "ended-unasked"),
    @JsonSubTypes.Type(value = Event.Stalled.class, name = "stalled"),
    @JsonSubTypes.Type(value = Event.QueueSeen.class, name = "queue-seen"),
    @JsonSubTypes.Type(value = Event.PurgeAnswered.class, name = "purge-answered"),
    @JsonSubTypes.Type(value = Event.RedriveSeen.class, name = "redrive-seen"),
    @JsonSubTypes.Type(value = Event.ScalingDecided.class, name = "scaling-decided"),
})
public sealed interface Event {

    /** A fact about one message. */
    sealed interface OfMessage extends Event {
        String id();
    }

    /** The process is about to begin its work, with these settings. */
    record Started(String role, long pid, Map<String, String> settings) implements Event {}

    /** The message is about to be handed to the queue. */
    record Sending(String id) implements OfMessage {}

    /** The queue has acknowledged the message. */
    record Sent(String id, String messageId, boolean poison) implements OfMessage {}

    /** One try to send failed; whether the queue took the message is not known where the reply was lost. */
    record SendFailed(String id, String reason, boolean willRetry) implements OfMessage {}

    /** The queue delivered the message, for the {@code receiveCount}th time, to this process. */
    record Received(
            String id,
            String messageId,
            int receiveCount,
            Instant sentAt,
            @Nullable String run) implements OfMessage {}

    /**
     * The message's id is known with another body, so that it is not unique.
     *
     * @param firstDigest SHA-256 of the body that the id was first seen with
     * @param digest SHA-256 of this delivery's body
     */
    record BodyChanged(String id, String messageId, String firstDigest, String digest) implements OfMessage {}

    /**
     * The process holds the lease on the message, so that no other works on it. Recorded at the claim, and whenever the
     * lease is renewed.
     *
     * @param owner who holds it: this start of the process, and no other
     * @param token how often the message was claimed so far
     * @param until when the lease ends, by the process's clock
     */
    record LeaseHeld(String id, String owner, long token, Instant until) implements OfMessage {}

    /** Another process holds the lease on the message, so that this one does not work on it now. */
    record LeaseRefused(String id, String owner, Instant until) implements OfMessage {}

    /**
     * What the process was about to do was refused, since another has claimed the message after it.
     *
     * @param step what was refused, such as "performing the effect"
     * @param token this process's claim
     * @param newest the newest claim known to the table or service that refused
     */
    record Fenced(String id, String step, long token, long newest) implements OfMessage {
        public static final String EFFECT = "performing the effect";
        public static final String COMPLETION = "recording the completion";
    }

    /** No effect was performed, since the work is known to be done. */
    record Skipped(String id, String key, SkipReason reason) implements OfMessage {}

    /** The work begins: it was not found done, and the external service is about to be asked for it. */
    record EffectAttempted(String id, String key) implements OfMessage {}

    /** The external service did the work; {@code timesPerformed} is its own count for the key. */
    record EffectPerformed(String id, String key, long timesPerformed) implements OfMessage {}

    /** Our bookkeeping knows that the work is done. */
    record Completed(String id) implements OfMessage {}

    /** The queue accepted the deletion. */
    record Deleted(String id, String messageId) implements OfMessage {}

    /** The queue refused the deletion, since the receipt handle was no longer valid: the message may come back. */
    record DeleteStale(String id, String messageId, String reason) implements OfMessage {}

    /** The message was received but not begun, and was made visible again at once. */
    record HandedBack(String id, String messageId) implements OfMessage {}

    /** The message stays invisible to others for so many seconds from now on. */
    record Extended(String id, String messageId, int seconds) implements OfMessage {}

    /** The message itself is at fault; it stays on the queue, which dead-letters it in the end. */
    record Rejected(String id, String messageId, String reason) implements OfMessage {}

    /** The world around the message is at fault ({@code step} names what was being done); it stays on the queue. */
    record Failed(String id, String messageId, String step, String reason) implements OfMessage {}

    /** The message is older than the consumer may work on; it is dropped, and no effect was performed for it. */
    record Expired(String id, String messageId, long ageMillis) implements OfMessage {}

    /** The process is about to crash on purpose. */
    record Crashed(String id, String point) implements OfMessage {}

    /** The process was asked to stop. */
    record ShutdownRequested() implements Event {}

    /** The process ends by itself, having made {@code calls} (requests by service and operation). */
    record Stopped(String reason, Map<String, Long> calls) implements Event {}

    /** The runner has sent a signal to one of its children: TERM, KILL, STOP or CONT. */
    record Signalled(String child, String signal) implements Event {

        /** Whether the child is to end, and not only to pause or to go on. */
        public boolean endsChild() {
            return signal.equals("TERM") || signal.equals("KILL");
        }
    }

    /** One of the runner's children has ended. */
    record Exited(String child, int exitCode) implements Event {}

    /** Which calls a child has made about the first message that it received, in order. */
    record CallsFound(String child, List<ProtocolCall> calls) implements Event {

        public CallsFound {
            calls = List.copyOf(calls);
        }
    }

    /**
     * The gateway has broken a call of a child.
     *
     * @param id the message that the call is about; null for a receive that was not forwarded
     */
    record CallBroken(String child, @Nullable String id, ProtocolCall call, CallBreak.Way way) implements Event {}

    /**
     * From now on the gateway breaks calls, until {@link FaultEnded}.
     *
     * @param name of this fault, once in a run
     * @param rules in the form NAME:PARAMETER=VALUE,...
     */
    record FaultBegun(String name, List<String> rules) implements Event {

        public FaultBegun {
            rules = List.copyOf(rules);
        }
    }

    /** The gateway does not break calls any more by the fault of this name. */
    record FaultEnded(String name) implements Event {}

    /**
     * One of the runner's children, which had received a message, has ended by itself, which ended the play.
     *
     * @param lastLines of its output
     */
    record EndedUnasked(String child, int exitCode, String lastLines) implements Event {}

    /**
     * Messages waited, none was in flight, and none of the consumers that ran asked for one for so long, which ended the play.
     *
     * @param consumers their names, separated by commas
     */
    record Stalled(String consumers, long waiting, double seconds) implements Event {}

    /**
     * What the queue held while a child that may keep no history was the only consumer: when messages were first seen in
     * flight ({@code at-work}), when it was about to be signalled ({@code before-signal}), when it had just ended
     * ({@code after-end}). Only where the queue's counts are exact.
     */
    record QueueSeen(String child, String occasion, long waiting, long inFlight) implements Event {
        public static final String AT_WORK = "at-work";
        public static final String BEFORE_SIGNAL = "before-signal";
        public static final String AFTER_END = "after-end";

        public long total() {
            return waiting + inFlight;
        }
    }

    /** The runner has asked for the queue to be purged; where the queue refused, {@code answer} is its error's code. */
    record PurgeAnswered(boolean accepted, String answer) implements Event {}

    /** How far a redrive has come: of {@code toMove} dead letters, {@code moved} are back on the queue. */
    record RedriveSeen(String status, long moved, long toMove) implements Event {}

    /**
     * The runner has looked at the load and decided how many consumers it wants.
     *
     * @param consumers how many there are
     * @param wanted how many there should be; what is allowed may be fewer
     */
    record ScalingDecided(int consumers, int wanted, long depth, double oldestAgeSeconds, String reason)
            implements Event {}
}
