package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Parameter;
import dev.queuelab.gateway.fault.Refusal;
import java.nio.charset.StandardCharsets;

@Definition(
        name = "batch-too-long",
        claim = "SQS refuses a batch whose bodies have too many bytes in all, whole.",
        source = "Amazon SQS API Reference, SendMessageBatch (Errors: BatchRequestTooLong)",
        shows = "No message of the batch is sent, though each by itself is small enough.",
        protection = "Batches that are cut by bytes as well as by number.",
        operations = "SendMessageBatch")
@AutoService(Fault.class)
public final class BatchTooLong extends Refusal {
    @Parameter("how many bytes a batch may have; SQS's own limit is 1 MiB")
    private int bytes = 1_048_576;

    public BatchTooLong() {
        super(
                "BatchRequestTooLong",
                "AWS.SimpleQueueService.BatchRequestTooLong",
                "Batch requests cannot be longer than the limit.");
    }

    @Override
    protected boolean canRefuse(Call call) {
        int sum = 0;
        for (JsonNode entry : call.request().path("Entries")) {
            sum += entry.path("MessageBody").asText().getBytes(StandardCharsets.UTF_8).length;
        }
        return sum > bytes;
    }
}
