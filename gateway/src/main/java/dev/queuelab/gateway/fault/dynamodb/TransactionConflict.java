package dev.queuelab.gateway.fault.dynamodb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Refusal;

/** In a transaction, the conflict is about its first item. */
@Definition(
        name = "transaction-conflict",
        claim = "A write is refused since a transaction on the same item is going on; a transaction is cancelled.",
        source = "Amazon DynamoDB Developer Guide, Amazon DynamoDB Transactions: How it works",
        shows = "TransactionConflictException for a single write, which SDKs may retry; TransactionCanceledException"
                + " with the reason TransactionConflict for a transaction, which they do not.",
        protection = "Reading the reasons: a conflict is to be retried, a failed condition is not.",
        operations = {"DeleteItem", "PutItem", "TransactWriteItems", "UpdateItem"})
@AutoService(Fault.class)
public final class TransactionConflict extends Refusal {
    private static final String MESSAGE = "Transaction is ongoing for the item";

    public TransactionConflict() {
        super("TransactionConflictException", MESSAGE);
    }

    @Override
    protected Reply refusal(Call call) {
        return call.operation().equals("TransactWriteItems") ? cancelled(call) : super.refusal(call);
    }

    /** This error's message has a capital letter, and a reason for each item, in the request's order. */
    private static Reply cancelled(Call call) {
        Reply.Answer answer = Reply.error(call, 400, "TransactionCanceledException", "");
        ObjectNode body = answer.json();
        body.remove("message");
        ArrayNode reasons = body.putArray("CancellationReasons");
        StringBuilder codes = new StringBuilder();
        for (int item = 0; item < call.request().path("TransactItems").size(); item++) {
            ObjectNode reason = reasons.addObject().put("Code", item == 0 ? "TransactionConflict" : "None");
            if (item == 0) {
                reason.put("Message", MESSAGE);
            }
            codes.append(item == 0 ? "" : ", ").append(reason.path("Code").asText());
        }
        body.put(
                "Message",
                "Transaction cancelled, please refer cancellation reasons for specific reasons [" + codes + "]");
        return answer.withJson(body);
    }
}
