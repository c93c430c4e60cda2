package dev.queuelab.gateway.fault.sqs;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Refusal;

@Definition(
        name = "throttled",
        claim = "SQS refuses the call with RequestThrottled.",
        source = "Amazon SQS API Reference, ReceiveMessage (Errors)",
        shows = "SDKs retry; where they give up, the caller gets an error.",
        protection = "Retries with back-off, and a poll loop that survives an error.",
        operations = {
            "ChangeMessageVisibility",
            "ChangeMessageVisibilityBatch",
            "DeleteMessage",
            "DeleteMessageBatch",
            "GetQueueAttributes",
            "GetQueueUrl",
            "ListQueues",
            "PurgeQueue",
            "ReceiveMessage",
            "SendMessage",
            "SendMessageBatch",
            "SetQueueAttributes"
        })
@AutoService(Fault.class)
public final class Throttled extends Refusal {
    public Throttled() {
        super("RequestThrottled", "Rate exceeded");
    }
}
