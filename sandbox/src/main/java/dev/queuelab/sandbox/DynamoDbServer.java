package dev.queuelab.sandbox;

import java.net.BindException;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local, in memory, on the loopback interface only. Its own server binds to all interfaces and refuses port
 * 0, so this one puts its handler into a server of ours.
 */
final class DynamoDbServer implements AutoCloseable {
    /** One request holds one thread; SQLite serves them one after another anyway. */
    private static final int MOST_THREADS = 64;

    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final URI endpoint;

    private DynamoDbServer(Server server, LocalDynamoDBServerHandler handler, URI endpoint) {
        this.server = server;
        this.handler = handler;
        this.endpoint = endpoint;
    }

    /**
     * Returns when it answers.
     *
     * @param port 0 for any free one
     * @throws StartupException if the port is taken
     */
    static DynamoDbServer start(int port) {
        try {
            SqliteLibrary.load();
            Server server = new Server(new QueuedThreadPool(MOST_THREADS, 4));
            ServerConnector connector = new ServerConnector(server, 1, 1);
            connector.setHost("127.0.0.1");
            connector.setPort(port);
            server.addConnector(connector);
            LocalDynamoDBServerHandler handler = new LocalDynamoDBServerHandler(inMemory(), "*");
            server.setHandler(new ContextHandler(handler, "/"));
            server.start();
            return new DynamoDbServer(server, handler, Endpoints.onLoopback(connector.getLocalPort()));
        } catch (Exception e) {
            throw failure(port, e);
        }
    }

    URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            server.stop();
            handler.close();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop: " + e, e);
        }
    }

    /** One database for all access keys and regions, as if everybody used the same account. */
    private static LocalDynamoDBRequestHandler inMemory() throws Exception {
        return new LocalDynamoDBRequestHandler(
                /* transitionDelaySeconds */ 0,
                /* inMemory */ true,
                /* databaseFile */ null,
                /* sharedDb */ true,
                /* delayTransientStatuses */ false);
    }

    private static StartupException failure(int port, Exception e) {
        if (e instanceof StartupException known) {
            return known;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return StartupException.portTaken("--dynamodb-port", port, e);
            }
        }
        return new StartupException("The sandbox could not start: DynamoDB Local failed with " + e, e);
    }
}
