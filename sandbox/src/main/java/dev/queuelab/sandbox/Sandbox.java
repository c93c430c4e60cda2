package dev.queuelab.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Both emulators, up, with every stack in them. */
final class Sandbox implements AutoCloseable {
    private final SqsServer sqs;
    private final DynamoDbServer dynamoDb;
    private final List<Stack> stacks;

    private Sandbox(SqsServer sqs, DynamoDbServer dynamoDb, List<Stack> stacks) {
        this.sqs = sqs;
        this.dynamoDb = dynamoDb;
        this.stacks = stacks;
    }

    /**
     * Returns when all stacks are there. The two services start and are filled side by side, which halves the wait.
     *
     * @throws StartupException if a port is taken or an emulator fails
     */
    static Sandbox start(SandboxSettings settings) {
        CompletableFuture<DynamoDbServer> tablesMade = new CompletableFuture<>();
        new Thread(() -> complete(tablesMade, settings), "dynamodb-start").start();

        SqsServer sqs = null;
        try {
            sqs = SqsServer.start(settings.sqsPort(), settings.region());
            List<Stack> stacks = makeQueues(sqs, settings);
            return new Sandbox(sqs, tablesMade.join(), stacks);
        } catch (RuntimeException e) {
            closeIfStarted(tablesMade);
            if (sqs != null) {
                sqs.close();
            }
            throw asStartupException(e);
        }
    }

    Endpoints endpoints() {
        return new Endpoints(sqs.endpoint(), dynamoDb.endpoint());
    }

    List<Stack> stacks() {
        return stacks;
    }

    @Override
    public void close() {
        try (sqs) {
            dynamoDb.close();
        }
    }

    private static void complete(CompletableFuture<DynamoDbServer> tablesMade, SandboxSettings settings) {
        try {
            DynamoDbServer dynamoDb = DynamoDbServer.start(settings.dynamoDbPort());
            AwsJsonClient client = AwsJsonClient.dynamoDb(dynamoDb.endpoint());
            settings.stacks().forEach(names -> StackTables.create(client, names));
            tablesMade.complete(dynamoDb);
        } catch (Throwable e) {
            tablesMade.completeExceptionally(e);
        }
    }

    private static void closeIfStarted(CompletableFuture<DynamoDbServer> tablesMade) {
        try {
            tablesMade.join().close();
        } catch (CompletionException e) {
            // It did not start, so there is nothing to close; the caller reports the first failure.
        }
    }

    private static List<Stack> makeQueues(SqsServer sqs, SandboxSettings settings) {
        AwsJsonClient client = AwsJsonClient.sqs(sqs.endpoint());
        List<Stack> stacks = new ArrayList<>();
        for (StackNames names : settings.stacks()) {
            StackQueues queues = StackQueues.create(client, names, settings.queueSettings());
            stacks.add(new Stack(
                    names.stack().key(),
                    queues.queueUrl(),
                    queues.dlqArn(),
                    queues.dlqUrl(),
                    names.messageStatusTable(),
                    names.messageSideEffectsTable(),
                    names.stack().fifo(),
                    StackQueues.MAX_RECEIVE_COUNT,
                    settings.queueSettings()));
        }
        return List.copyOf(stacks);
    }

    private static RuntimeException asStartupException(RuntimeException e) {
        Throwable reason = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        return reason instanceof StartupException known
                ? known
                : new StartupException("The sandbox could not start: " + reason, reason);
    }
}
