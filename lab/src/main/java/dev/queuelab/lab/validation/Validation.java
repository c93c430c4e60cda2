package dev.queuelab.lab.validation;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.lab.environment.AwsErrors;
import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.scenarios.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Looks at the stacks of one environment, live. */
public final class Validation implements AutoCloseable {
    private final Environment environment;
    private final AwsAccess aws;
    private final SqsClient sqs;
    private final DynamoDbClient dynamoDb;

    public Validation(Environment environment) {
        this.environment = environment;
        this.aws = environment.access();
        this.sqs = aws.sqs();
        this.dynamoDb = aws.dynamoDb();
    }

    /**
     * Everything that can be checked about a stack.
     *
     * @throws EnvironmentException if AWS or its stand-in does not answer, with what to do about it
     */
    public List<ValidationFinding> inspect(Stack stack) {
        return asked(() -> {
            QueueInspection queues = queues(stack);
            List<ValidationFinding> findings = new ArrayList<>(queues.needed());
            findings.addAll(queues.further());
            for (TableInspection table : tables(stack).toList()) {
                findings.addAll(table.needed());
                findings.addAll(table.further(timeToLive(table.facts())));
            }
            return findings;
        });
    }

    /** In what the endpoint differs from Amazon SQS; tried on queues made for it, which are then deleted. */
    public List<ValidationFinding> capabilities() {
        return onAws()
                ? List.of(ValidationFinding.skip("endpoint", "is AWS, by which others are measured"))
                : asked(() -> Capabilities.of(sqs));
    }

    /**
     * Makes sure that a stack has what every scenario needs, by one call for each of its queues and tables.
     *
     * @return a line that says so
     * @throws EnvironmentException if it has not, if it is FIFO and the endpoint does not keep the order, or if AWS or its stand-in does not answer
     */
    public static String require(Environment environment, Stack stack) {
        try (Validation validation = new Validation(environment)) {
            return asked(() -> validation.require(stack));
        }
    }

    private String require(Stack stack) {
        CompletableFuture<List<ValidationFinding>> ofTables = CompletableFuture.supplyAsync(
                () -> tables(stack).flatMap(table -> table.needed().stream()).toList());
        List<ValidationFinding> findings = new ArrayList<>(queues(stack).needed());
        findings.addAll(ofTables.join());
        String wrong = findings.stream()
                .filter(finding -> finding.verdict() != Verdict.PASS)
                .map(finding -> finding.subject() + " " + finding.text())
                .collect(Collectors.joining("; "));
        if (wrong.isEmpty()) {
            if (stack.fifo() && environment.mayDifferFromSqs()) {
                Capabilities.requireFifoOrder(sqs);
            }
            return "stack " + stack.key() + " is complete (" + findings.size() + " checks)";
        }
        throw new EnvironmentException("stack " + stack.key() + " is not complete: " + wrong + "; "
                + environment.remedy() + " (`make validate` reports more)");
    }

    private QueueInspection queues(Stack stack) {
        return new QueueInspection(
                stack,
                QueueFacts.read(sqs, stack.queueUrl()),
                stack.dlqUrl(sqs)
                        .map(url -> QueueFacts.read(sqs, url))
                        .orElseGet(() -> QueueFacts.none(stack.dlqName())),
                onAws());
    }

    private Stream<TableInspection> tables(Stack stack) {
        return Stream.of(stack.messageStatusTable(), stack.messageSideEffectsTable())
                .map(name -> new TableInspection(TableFacts.read(dynamoDb, name)));
    }

    private TimeToLiveDescription timeToLive(TableFacts table) {
        return table.description().isEmpty()
                ? TimeToLiveDescription.builder().build()
                : dynamoDb.describeTimeToLive(request -> request.tableName(table.name()))
                        .timeToLiveDescription();
    }

    private boolean onAws() {
        return environment.outputs().endpoints().isEmpty();
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new EnvironmentException(AwsErrors.describe(e), e);
        } catch (CompletionException e) {
            if (e.getCause() instanceof SdkException cause) {
                throw new EnvironmentException(AwsErrors.describe(cause), e);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        aws.close();
    }
}
