package dev.queuelab.scenarios.cases;

import dev.queuelab.scenarios.cases.ConformanceCase.Source;

/** Where cases are known from: AWS's documentation, and reports by users of public libraries. */
final class Sources {
    private static final String GUIDE = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/";
    private static final String API = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/";

    static final Source STANDARD_QUEUES =
            new Source("Amazon SQS Developer Guide, Amazon SQS Standard queues", GUIDE + "standard-queues.html");
    static final Source VISIBILITY = new Source(
            "Amazon SQS Developer Guide, Amazon SQS visibility timeout", GUIDE + "sqs-visibility-timeout.html");
    static final Source READ_TIMEOUT = new Source(
            "Amazon SQS Developer Guide, Configuring visibility timeouts",
            GUIDE + "working-with-visibility-timeouts.html");
    static final Source DEAD_LETTER_QUEUES =
            new Source("Amazon SQS Developer Guide, Dead-letter queues", GUIDE + "sqs-dead-letter-queues.html");
    static final Source REDRIVE = new Source(
            "Amazon SQS Developer Guide, Configure a dead-letter queue redrive",
            "https://docs.amazonaws.cn/en_us/AWSSimpleQueueService/latest/SQSDeveloperGuide/"
                    + "sqs-configure-dead-letter-queue-redrive.md");
    static final Source FIFO = new Source(
            "Amazon SQS Developer Guide, FIFO delivery logic", GUIDE + "FIFO-queues-understanding-logic.html");
    static final Source FAIR_QUEUES = new Source(
            "Amazon SQS Developer Guide, How Amazon SQS fair queues work", GUIDE + "sqs-fair-queues-detailed.html");
    static final Source DELETE_MESSAGE =
            new Source("Amazon SQS API Reference, DeleteMessage", API + "API_DeleteMessage.html");
    static final Source RECEIVE_MESSAGE =
            new Source("Amazon SQS API Reference, ReceiveMessage", API + "API_ReceiveMessage.html");
    static final Source DELETE_BATCH =
            new Source("Amazon SQS API Reference, DeleteMessageBatch", API + "API_DeleteMessageBatch.html");

    static final Source REQUEST_ERRORS =
            new Source("Amazon SQS Developer Guide, Handling request errors", GUIDE + "handling-request-errors.html");
    static final Source TOLERANT_READER =
            new Source("arc42 Quality Model, Tolerant Reader", "https://quality.arc42.org/approaches/tolerant-reader");

    static final Source RETRY_BACK_OFF = report(
            "spring-cloud-aws #1474, Consolidate ExponentialErrorHandlers", "awspring/spring-cloud-aws/pull/1474");
    static final Source ROLLING_DEPLOY =
            report("superlog #4, Drain ingest consumer gracefully on SIGTERM", "superloglabs/superlog/pull/4");
    static final Source SHUTDOWN_IN_FLIGHT = report(
            "spring-cloud-aws #137, Unexpected in-flight messages in SQS during restart/shutdown",
            "awspring/spring-cloud-aws/issues/137");
    static final Source SHUTDOWN_ACKNOWLEDGEMENTS = report(
            "spring-cloud-aws #925, Acknowledgement failed when the application graceful shutdown",
            "awspring/spring-cloud-aws/issues/925");
    static final Source SHUTDOWN_BUFFER = report(
            "spring-cloud-aws #1661, buffered acknowledgements are never flushed on shutdown",
            "awspring/spring-cloud-aws/issues/1661");
    static final Source SHUTDOWN_STILL_RECEIVES = report(
            "sqs-consumer #567, Shutdown doesn't work properly in K8s environment", "bbc/sqs-consumer/issues/567");
    static final Source SHUTDOWN_CALLBACK =
            report("sqs-consumer #15, Callbacks for consumer.stop()", "bbc/sqs-consumer/issues/15");
    static final Source SHUTDOWN_CANCELS =
            report("misk #3892, Add graceful shutdown draining to aws2-sqs consumer", "cashapp/misk/pull/3892");
    static final Source PREFETCH_AFTER_STOP = report(
            "amazon-sqs-java-messaging-lib #238, SQSMessageConsumerPrefetch keeps fetching messages after stop",
            "awslabs/amazon-sqs-java-messaging-lib/issues/238");
    static final Source PREFETCH_EXPIRES = report(
            "MassTransit #3585, Extend SQS visibility timeout for prefetched messages",
            "MassTransit/MassTransit/pull/3585");
    static final Source SLOW_SHUTDOWN = report(
            "amazon-sqs-java-messaging-lib #114, slow shutdown in testing",
            "awslabs/amazon-sqs-java-messaging-lib/issues/114");
    static final Source WARM_SHUTDOWN = report(
            "celery #10172, Celery Worker Warm Shutdown with SQS backend leaving In Flight message",
            "celery/celery/issues/10172");
    static final Source DEAD_POLL = report(
            "aws-sdk-js #2350, SQS long poll stays active after node process exits", "aws/aws-sdk-js/issues/2350");
    static final Source HEARTBEAT_AFTER_DELETION = report(
            "sqs-consumer #260, Heartbeat interval timer race condition on delete message",
            "bbc/sqs-consumer/issues/260");
    static final Source EXTENSION_REFUSED = report(
            "vercel/sqs-consumer #4, handle heartbeat visibility update rejections", "vercel/sqs-consumer/pull/4");
    static final Source HANDLE_EXPIRED = report(
            "kombu #1198, Celery crashes when the receipt handle of a message in flight has expired",
            "celery/kombu/issues/1198");
    static final Source BATCH_FAILURES = report(
            "sqs-consumer #193, Individual failures are not checked on deleteMessageBatch",
            "bbc/sqs-consumer/issues/193");
    static final Source DUPLICATE_CACHE = report(
            "tomodachi #2074, allow message processing of duplicate message after 60 seconds",
            "kalaspuff/tomodachi/pull/2074");
    static final Source POLLING_STOPS =
            report("sqs-consumer #151, Polling stops after first exception", "bbc/sqs-consumer/pull/151");
    static final Source QUEUE_ERRORS =
            report("sqs-consumer #273, No standoff on queue errors", "bbc/sqs-consumer/issues/273");
    static final Source STOPPED_SILENTLY =
            report("sqs-consumer #241, SQS stopped polling", "bbc/sqs-consumer/issues/241");
    static final Source CONVERSION = report(
            "spring-cloud-aws #1363, SqsListener stuck forever on MessageConversionException",
            "awspring/spring-cloud-aws/issues/1363");
    static final Source FIFO_AFTER_ERROR = report(
            "spring-cloud-aws #192, Fixing sqs fifo message order consuming", "awspring/spring-cloud-aws/pull/192");
    static final Source IN_PROGRESS_RECORD = report(
            "powertools-lambda-python #738, Idempotency and Lambda timeouts",
            "aws-powertools/powertools-lambda-python/issues/738");

    private Sources() {}

    private static Source report(String title, String path) {
        return new Source(title, "https://github.com/" + path);
    }
}
