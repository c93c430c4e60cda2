package adapter;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.batchmanager.SqsAsyncBatchManager;
import software.amazon.awssdk.services.sqs.model.Message;

/** A loop over the batch manager of the SDK: receive, work, delete. */
public final class Consumer {
    private static final String QUEUE_URL = System.getenv("QUEUE_URL");
    private static volatile boolean stopped;

    private Consumer() {}

    public static void main(String[] args) {
        boolean hardened = List.of(args).contains("--hardened");
        SqsAsyncClient client = SqsAsyncClient.create();
        SqsAsyncBatchManager manager = client.batchManager();
        Thread loop = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(manager, loop, hardened)));
        while (!stopped) {
            for (Message message :
                    manager.receiveMessage(request -> request.queueUrl(QUEUE_URL)).join().messages()) {
                handle(manager, message, hardened);
            }
        }
    }

    private static void handle(SqsAsyncBatchManager manager, Message message, boolean hardened) {
        try {
            Work.perform(message.body());
        } catch (IllegalStateException e) {
            System.err.println(e);
            return;
        }
        CompletableFuture<?> deleted = manager.deleteMessage(
                request -> request.queueUrl(QUEUE_URL).receiptHandle(message.receiptHandle()));
        if (hardened) {
            deleted.join(); // no deletion is left in the buffer
        }
    }

    /** The README closes the manager at the end; a careful program lets the message in hand come to its end before. */
    private static void stop(SqsAsyncBatchManager manager, Thread loop, boolean hardened) {
        stopped = true;
        try {
            if (hardened) {
                loop.join(25_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        manager.close();
    }
}
