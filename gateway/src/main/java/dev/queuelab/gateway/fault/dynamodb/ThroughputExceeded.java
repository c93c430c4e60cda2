package dev.queuelab.gateway.fault.dynamodb;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Refusal;

@Definition(
        name = "throughput-exceeded",
        claim = "DynamoDB refuses the call with ProvisionedThroughputExceededException.",
        source = "Amazon DynamoDB Developer Guide, Error handling with DynamoDB",
        shows = "SDKs retry; a call that they gave up is an error in the middle of the work.",
        protection = "Retries with back-off; leaving the message in the queue.",
        operations = {
            "BatchGetItem",
            "BatchWriteItem",
            "DeleteItem",
            "GetItem",
            "PutItem",
            "Query",
            "Scan",
            "TransactGetItems",
            "TransactWriteItems",
            "UpdateItem"
        })
@AutoService(Fault.class)
public final class ThroughputExceeded extends Refusal {

    public ThroughputExceeded() {
        super(
                "ProvisionedThroughputExceededException",
                "The level of configured provisioned throughput for the table was exceeded. Consider increasing your"
                        + " provisioning level with the UpdateTable API.");
    }
}
