package dev.queuelab.gateway.fault.sqs;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Refusal;

@Definition(
        name = "queue-missing",
        claim = "SQS says that the queue does not exist, as for a while after its creation.",
        source = "Amazon SQS API Reference, CreateQueue and GetQueueUrl (Errors: QueueDoesNotExist)",
        shows = "An error that no SDK retries.",
        protection = "A poll loop that survives an error, and an alarm.",
        operations = {
            "ChangeMessageVisibility",
            "ChangeMessageVisibilityBatch",
            "DeleteMessage",
            "DeleteMessageBatch",
            "GetQueueAttributes",
            "PurgeQueue",
            "ReceiveMessage",
            "SendMessage",
            "SendMessageBatch",
            "SetQueueAttributes",
            "GetQueueUrl"
        })
@AutoService(Fault.class)
public final class QueueMissing extends Refusal {
    public QueueMissing() {
        super("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist.");
    }
}
