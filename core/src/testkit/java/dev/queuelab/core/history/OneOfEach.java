package dev.queuelab.core.history;

import dev.queuelab.core.call.CallBreak;
import dev.queuelab.core.call.ProtocolCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One event of each kind. */
public final class OneOfEach {
    public static final List<Event> EVENTS = List.of(
            new Event.Started("consumer", 7, Map.of("MAX_MESSAGES", "10")),
            new Event.Sending("a"),
            new Event.Sent("a", "m", false),
            new Event.SendFailed("a", "refused", true),
            new Event.Received("a", "m", 1, Instant.EPOCH, null),
            new Event.BodyChanged("a", "m", "1f", "2e"),
            new Event.LeaseHeld("a", "consumer-1/7c", 1, Instant.EPOCH),
            new Event.LeaseRefused("a", "consumer-1/7c", Instant.EPOCH),
            new Event.Fenced("a", Event.Fenced.EFFECT, 1, 2),
            new Event.Skipped("a", "a", SkipReason.COMPLETED),
            new Event.EffectAttempted("a", "a"),
            new Event.EffectPerformed("a", "a", 1),
            new Event.Completed("a"),
            new Event.Deleted("a", "m"),
            new Event.DeleteStale("a", "m", "stale"),
            new Event.HandedBack("a", "m"),
            new Event.Extended("a", "m-1", 30),
            new Event.Rejected("a", "m", "poison"),
            new Event.Failed("a", "m", "deleting", "no network"),
            new Event.Expired("a", "m", 5),
            new Event.Crashed("a", "after receive"),
            new Event.ShutdownRequested(),
            new Event.Stopped("limit", Map.of("Sqs.ReceiveMessage", 1L)),
            new Event.Signalled("consumer-1", "TERM"),
            new Event.Exited("consumer-1", 0),
            new Event.CallsFound("consumer-1", List.of(new ProtocolCall("DeleteMessage", "orders", 1))),
            new Event.CallBroken(
                    "consumer-1",
                    "a",
                    new ProtocolCall("DeleteMessage", "orders", 1),
                    CallBreak.Way.KILLED_BEFORE_REPLY),
            new Event.FaultBegun("SQS answers 500", List.of("server-error:service=sqs")),
            new Event.FaultEnded("SQS answers 500"),
            new Event.EndedUnasked("consumer-1", 1, "Error: x"),
            new Event.Stalled("consumer-1", 3, 30.5),
            new Event.QueueSeen("consumer-1", Event.QueueSeen.AFTER_END, 1, 2),
            new Event.PurgeAnswered(true, "accepted"),
            new Event.RedriveSeen("RUNNING", 1, 2),
            new Event.ScalingDecided(1, 2, 3, 0.5, "it grows"));

    private OneOfEach() {}
}
