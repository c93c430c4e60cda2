package dev.queuelab.gateway.fault.sqs;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Refusal;

@Definition(
        name = "access-denied",
        claim = "SQS refuses the call for a while, as after a change of a policy or of a role.",
        source =
                "AWS Identity and Access Management User Guide, Troubleshooting IAM (changes are not always immediately visible)",
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
            "SetQueueAttributes"
        })
@AutoService(Fault.class)
public final class AccessDenied extends Refusal {
    public AccessDenied() {
        super(
                "AccessDeniedException",
                "AccessDenied",
                "User is not authorized to perform this action on this resource.");
    }
}
