package dev.queuelab.gateway.fault.sqs;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Next;
import dev.queuelab.gateway.fault.Time;
import java.time.Duration;

/** A change of a queue that is confirmed at once and made later. */
final class Confirmed {
    private Confirmed() {}

    /** Confirms the call, and forwards it after the delay. One to a queue that is not there gets the service's error. */
    static Reply nowAndDoneAfter(Duration delay, Call call, Next next, Time time) {
        if (!(QueueAttributes.reply(call, next) instanceof Reply.Answer answer) || !answer.isOk()) {
            return next.forward(call);
        }
        time.after(delay, () -> next.forward(call));
        return answer.withJson(Body.emptyObject());
    }
}
