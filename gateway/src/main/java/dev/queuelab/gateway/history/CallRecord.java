package dev.queuelab.gateway.history;

import java.util.Optional;

/**
 * A call and its reply, as they were recorded.
 *
 * @param replied empty if the gateway ended before there was a reply: the outcome is unknown
 */
public record CallRecord(CallFact.Called called, Optional<CallFact.Replied> replied) {}
