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
    /** By it, some programs see that there is no use in asking again at once. */
    private static final int FORBIDDEN = 403;

    public AccessDenied() {
        super(
                FORBIDDEN,
                "AccessDeniedException",
                "AccessDenied",
                "User is not authorized to perform this action on this resource.");
    }
}
