package dev.queuelab.gateway.fault.dynamodb;

import com.google.auto.service.AutoService;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Refusal;

@Definition(
        name = "table-throttled",
        claim = "DynamoDB refuses the call with ThrottlingException, as it does to a table on demand that grows fast.",
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
public final class TableThrottled extends Refusal {

    public TableThrottled() {
        super(
                "ThrottlingException",
                "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your"
                        + " table or index so please try again shortly.");
    }
}
