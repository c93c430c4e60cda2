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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads each item before it is written, to know how it was. Reads of a part of an item are not stale. */
@Definition(
        name = "stale-read",
        claim = "A GetItem without ConsistentRead returns the item as it was before the last write.",
        source = "Amazon DynamoDB Developer Guide, DynamoDB read consistency",
        shows = "A consumer does not see its own or another's write, and does the work again.",
        protection = "ConsistentRead, or conditional writes instead of reads.",
        operations = {"BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "TransactWriteItems", "UpdateItem"},
        watches = {"BatchWriteItem", "DeleteItem", "PutItem", "TransactWriteItems", "UpdateItem"})
@AutoService(Fault.class)
public final class StaleRead implements Fault {
    private final Items items = new Items();

    /** Items as they were before their last write; empty where there was none. */
    private final Recent<Items.Place, Optional<ObjectNode>> before = new Recent<>(10_000);

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        if (call.protocol() != Protocol.JSON) {
            return next.forward(call);
        }
        return call.operation().equals("GetItem") ? read(call, chance, next) : write(call, next);
    }

    private Reply read(Call call, Chance chance, Next next) {
        Reply reply = next.forward(call);
        boolean mayBeStale = !call.request().path("ConsistentRead").asBoolean() && Items.isWhole(call);
        return reply instanceof Reply.Answer answer && answer.isOk() && mayBeStale
                ? before.get(Items.read(call))
                        .filter(known -> chance.falls())
                        .map(known -> Items.with(known, answer))
                        .orElse(answer)
                : reply;
    }

    private Reply write(Call call, Next next) {
        Map<Items.Place, Optional<ObjectNode>> old = new HashMap<>();
        items.written(call, next).forEach(place -> old.put(place, Items.now(place, call, next)));
        Reply reply = next.forward(call);
        if (reply instanceof Reply.Answer answer && answer.isOk()) {
            old.forEach(before::put);
        }
        return reply;
    }
}
