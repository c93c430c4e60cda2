package dev.queuelab.gateway.breakpoint;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Subject;
import java.util.List;

/** Calls of one kind. */
public enum CallPattern {
    /** Receives a message; a poll that brings none is never done. */
    RECEIVE,
    /** Records an effect. */
    EFFECT,
    DELETE;

    /** Whether the call is one of these. */
    public boolean matches(Call call, List<Subject> subjects) {
        return switch (call.operation()) {
            case "ReceiveMessage" -> this == RECEIVE;
            case "DeleteMessage", "DeleteMessageBatch" -> this == DELETE;
            default -> this == EFFECT && subjects.stream().anyMatch(Subject::isEffect);
        };
    }

    /** Whether it is, and the service has done it. */
    boolean isDone(Call call, List<Subject> subjects, Reply reply) {
        return matches(call, subjects)
                && reply instanceof Reply.Answer answer
                && answer.isOk()
                && (this != RECEIVE || !answer.json().path("Messages").isEmpty());
    }
}
