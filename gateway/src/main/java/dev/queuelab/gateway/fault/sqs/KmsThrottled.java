package dev.queuelab.gateway.fault.sqs;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Refusal;

@Definition(
        name = "kms-throttled",
        claim = "SQS refuses the call because AWS KMS throttles the key of an encrypted queue.",
        source = "Amazon SQS API Reference, ReceiveMessage (Errors: KmsThrottled)",
        shows = "As throttled, on encrypted queues only; SDKs do not all retry it.",
        protection =
                "Retries with back-off, and a poll loop that survives an error; a longer reuse period of the data key.",
        operations = {"ReceiveMessage", "SendMessage", "SendMessageBatch"})
@AutoService(Fault.class)
public final class KmsThrottled extends Refusal {
    public KmsThrottled() {
        super("KmsThrottled", "KMS.ThrottlingException", "The request was denied due to request throttling.");
    }
}
