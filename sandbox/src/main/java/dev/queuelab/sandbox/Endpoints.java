package dev.queuelab.sandbox;

import java.net.URI;

/** Where the two services answer, each {@code http://127.0.0.1:PORT}. */
record Endpoints(URI sqs, URI dynamodb) {
    static URI onLoopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
