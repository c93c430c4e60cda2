package dev.queuelab.gateway.fault.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.queuelab.core.toolbox.Recent;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Protocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;
import dev.queuelab.gateway.fault.Parameter;
import dev.queuelab.gateway.fault.Time;
import dev.queuelab.gateway.fault.Timed;
import java.util.Optional;

/** Reads each item after it was written, to know it once the service has removed it. */
@Definition(
        name = "expired-readable",
        claim = "An item whose time to live is over, and which is removed, is still returned by GetItem.",
        source = "Amazon DynamoDB Developer Guide, Using time to live (TTL) in DynamoDB",
        shows = "A lease or a record that has expired is taken for one that holds.",
        protection = "Comparing the expiry with the time, in reads and in conditions.",
        operations = {"BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "TransactWriteItems", "UpdateItem"},
        watches = {"BatchWriteItem", "DeleteItem", "PutItem", "TransactWriteItems", "UpdateItem"})
@AutoService(Fault.class)
public final class ExpiredReadable implements Fault, Timed {
    @Parameter("the name of the attribute that says, in seconds since 1970, when an item expires")
    private String attribute = "expires_at";

    private final Items items = new Items();
    private final Recent<Items.Place, ObjectNode> written = new Recent<>(10_000);

    @SuppressWarnings("NullAway.Init") // set before the first call
    private Time time;

    @Override
    public void use(Time passing) {
        this.time = passing;
    }

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        if (call.protocol() != Protocol.JSON) {
            return next.forward(call);
        }
        return call.operation().equals("GetItem") ? read(call, chance, next) : write(call, next);
    }

    private Reply read(Call call, Chance chance, Next next) {
        Reply reply = next.forward(call);
        return reply instanceof Reply.Answer answer
                        && answer.isOk()
                        && !answer.json().has("Item")
                        && Items.isWhole(call)
                ? written.get(Items.read(call))
                        .filter(this::isExpired)
                        .filter(item -> chance.falls())
                        .map(item -> Items.with(Optional.of(item), answer))
                        .orElse(answer)
                : reply;
    }

    private boolean isExpired(ObjectNode item) {
        long expiry = item.path(attribute).path("N").asLong(Long.MAX_VALUE);
        return expiry <= time.now().getEpochSecond();
    }

    /** What a client has deleted is gone, expired or not. */
    private Reply write(Call call, Next next) {
        Reply reply = next.forward(call);
        if (reply instanceof Reply.Answer answer && answer.isOk()) {
            items.written(call, next)
                    .forEach(place -> Items.now(place, call, next)
                            .ifPresentOrElse(item -> written.put(place, item), () -> written.remove(place)));
        }
        return reply;
    }
}
