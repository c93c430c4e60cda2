/**
 * sandbox.jar: Amazon SQS (ElasticMQ) and DynamoDB (DynamoDB Local) in one process on the loopback interface, with
 * every stack of {@code terraform/scenarios.json} made. What it knows of the emulators was measured on ElasticMQ 1.7.1
 * and DynamoDB Local 3.3.1.
 */
@NullMarked
package dev.queuelab.sandbox;

import org.jspecify.annotations.NullMarked;
