package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Protocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;

@Definition(
        name = "batch-partly-failed",
        claim = "A batch is done but for some of its entries: the status is 200, and these are in the list Failed.",
        source = "Amazon SQS API Reference, SendMessageBatch, DeleteMessageBatch, ChangeMessageVisibilityBatch",
        shows = "No exception, and yet messages that were not sent, or not deleted and so come again.",
        protection = "Read the list Failed of each result, and repeat these entries.",
        operations = {"ChangeMessageVisibilityBatch", "DeleteMessageBatch", "SendMessageBatch"})
@AutoService(Fault.class)
public final class BatchPartlyFailed implements Fault {

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        if (call.protocol() != Protocol.JSON) {
            return next.forward(call);
        }
        return Batch.split(call, entry -> falls(entry, chance)).forward(next, "Failed", BatchPartlyFailed::failure);
    }

    private static boolean falls(JsonNode entry, Chance chance) {
        JsonNode body = entry.path("MessageBody");
        return body.isTextual()
                ? chance.falls(Messages.nameOfBody(body.textValue()))
                : chance.fallsForHandle(Messages.handle(entry));
    }

    private static ObjectNode failure() {
        return Body.emptyObject()
                .put("SenderFault", false)
                .put("Code", "InternalError")
                .put("Message", "The request processing has failed because of an unknown error.");
    }
}
