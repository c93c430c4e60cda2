package dev.queuelab.gateway.proxy;

import java.net.URI;

/** Where the services listen. */
public record Endpoints(URI sqs, URI dynamoDb) {}
