package dev.queuelab.gateway.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.call.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of the gateway's record. A call without a reply was in progress when the gateway ended: its outcome is unknown.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CallFact.Called.class, name = "called"),
    @JsonSubTypes.Type(value = CallFact.Performed.class, name = "performed"),
    @JsonSubTypes.Type(value = CallFact.Replied.class, name = "replied")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface CallFact {

    /** The call's number; all of its lines have it. */
    long call();

    /** The gateway's wall clock. */
    Instant at();

    /**
     * A call has come. Written before anything is done about it.
     *
     * @param process who called
     * @param operation empty text where the request names none
     * @param resource the queue's or the table's name; empty text where the request names none
     * @param attempt which try of the SDK's own it is, from 1
     * @param subjects the messages or items that the request names
     */
    record Called(
            long call,
            Instant at,
            String process,
            Optional<Service> service,
            String operation,
            String resource,
            int attempt,
            List<Subject> subjects)
            implements CallFact {

        public Called {
            operation = orEmpty(operation);
            resource = orEmpty(resource);
            subjects = orNone(subjects);
        }
    }

    /**
     * The external service did what was asked, whatever becomes of its reply. Written before there is one.
     *
     * @param key what the service counts its performances under
     * @param id the message that asked; empty if the call names none
     * @param timesPerformed how often it has done so under this key, this time included
     */
    record Performed(long call, Instant at, String key, Optional<String> id, long timesPerformed) implements CallFact {}

    /**
     * It was answered, or its connection was closed. Written before the client gets anything.
     *
     * @param status of HTTP; empty where the client gets no whole answer
     * @param error the error's code
     * @param micros how long the client waited until then
     * @param subjects the messages that the service's answer names, whether or not the client gets it
     * @param faults the names of the faults that the call has met, in order
     */
    record Replied(
            long call,
            Instant at,
            Optional<Integer> status,
            Optional<String> error,
            long micros,
            List<Subject> subjects,
            List<String> faults)
            implements CallFact {

        public Replied {
            subjects = orNone(subjects);
            faults = orNone(faults);
        }
    }

    /** An empty list is not written, and so is null where it is read back. */
    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Neither is empty text. */
    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
