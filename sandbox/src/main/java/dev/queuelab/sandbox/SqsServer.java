package dev.queuelab.sandbox;

import java.net.BindException;
import java.net.URI;
import org.apache.pekko.http.scaladsl.Http;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** ElasticMQ, in memory, on the loopback interface only. */
final class SqsServer implements AutoCloseable {
    private final SQSRestServer server;
    private final URI endpoint;

    private SqsServer(SQSRestServer server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /**
     * Returns when it answers.
     *
     * @param port 0 for any free one
     * @param region the region that queue ARNs name
     * @throws StartupException if the port is taken; ElasticMQ's threads then stay, so the process must exit
     */
    static SqsServer start(int port, String region) {
        SQSRestServer server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withPort(port)
                .withAWSRegion(region)
                .start();
        try {
            Http.ServerBinding binding = server.waitUntilStarted();
            return new SqsServer(
                    server, Endpoints.onLoopback(binding.localAddress().getPort()));
        } catch (Exception e) {
            throw failure(port, e);
        }
    }

    URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        server.stopAndWait();
    }

    private static StartupException failure(int port, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return StartupException.portTaken("--sqs-port", port, e);
            }
        }
        return new StartupException("The sandbox could not start: ElasticMQ failed with " + e, e);
    }
}
