package dev.queuelab.lab.triage;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.core.process.Pause;
import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.scenarios.kit.FailureReason;
import dev.queuelab.scenarios.kit.TriageRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Looks into a dead-letter queue, and sends back what a fix has cured. SQS's own redrive moves all or nothing.
 *
 * <p>To look is to receive: each look raises the receive counts by one, and hides the messages from others until it ends. A
 * message is sent before it is deleted, so an end between the two, however sudden, leaves it in both queues and loses
 * nothing. What is in hand then is visible again after {@link #HIDDEN}.
 */
public final class Triage {
    /** Messages a second; without a pause. */
    public static final int AS_FAST_AS_POSSIBLE = 0;

    /** The most that one look takes in hand; a queue may have 120,000 in flight (Amazon SQS quotas). */
    private static final int MOST = 10_000;

    private static final int A_RECEIVE = 10;

    /** An empty answer is not an empty queue: a short poll asks some servers alone (ReceiveMessage). */
    private static final int EMPTY_ANSWERS = 3;

    /** Longer than a look takes. */
    static final Duration HIDDEN = Duration.ofMinutes(5);

    private final SqsClient sqs;
    private final String queueUrl;
    private final String deadLetterQueueUrl;
    private final TriageRules rules;
    private final Pause pause;

    /**
     * A triage by these rules.
     *
     * @param queueUrl where what is cured is sent
     */
    Triage(SqsClient sqs, String queueUrl, String deadLetterQueueUrl, TriageRules rules, Pause pause) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.deadLetterQueueUrl = deadLetterQueueUrl;
        this.rules = rules;
        this.pause = pause;
    }

    /**
     * A triage of a stack's dead letters.
     *
     * @throws EnvironmentException if the stack has no dead-letter queue
     */
    public static Triage of(Stack stack, AwsAccess aws, TriageRules rules) {
        SqsClient sqs = aws.sqs();
        String deadLetterQueue = stack.dlqUrl(sqs)
                .orElseThrow(() -> new EnvironmentException(
                        "stack " + stack.key() + " has no queue " + stack.dlqName() + ", its dead-letter queue"));
        return new Triage(sqs, stack.queueUrl(), deadLetterQueue, rules, Pause.REAL);
    }

    /** How many dead letters were sent back, and how many stayed. */
    public record Redriven(int moved, int kept) {}

    /** What is there, by reason. All of it stays. */
    public List<TriageGroup> inspect() {
        List<DeadLetter> letters = new ArrayList<>();
        try {
            receive(letters);
            return TriageGroup.of(letters);
        } finally {
            letters.forEach(this::release);
        }
    }

    /**
     * Sends back those with one of these reasons, and leaves the others.
     *
     * @param perSecond how many a second at most, so that consumers are not flooded; {@link #AS_FAST_AS_POSSIBLE} for no limit
     */
    public Redriven redrive(Set<FailureReason> reasons, int perSecond) {
        List<DeadLetter> inHand = new ArrayList<>();
        int moved = 0;
        try {
            receive(inHand);
            for (DeadLetter letter : List.copyOf(inHand)) {
                if (reasons.contains(letter.reason())) {
                    if (moved > 0 && perSecond > AS_FAST_AS_POSSIBLE) {
                        pause.pause(Duration.ofSeconds(1).dividedBy(perSecond));
                    }
                    move(letter);
                    inHand.remove(letter);
                    moved++;
                }
            }
            return new Redriven(moved, inHand.size());
        } finally {
            inHand.forEach(this::release);
        }
    }

    private void move(DeadLetter letter) {
        sqs.sendMessage(letter.to(queueUrl));
        sqs.deleteMessage(request -> request.queueUrl(deadLetterQueueUrl)
                .receiptHandle(letter.message().receiptHandle()));
    }

    /** Takes all in hand; what was received so far is in {@code letters} also where a receive fails. */
    private void receive(List<DeadLetter> letters) {
        Set<String> seen = new HashSet<>();
        int empty = 0;
        while (empty < EMPTY_ANSWERS && letters.size() < MOST) {
            List<Message> batch = sqs.receiveMessage(request -> request.queueUrl(deadLetterQueueUrl)
                            .maxNumberOfMessages(A_RECEIVE)
                            .waitTimeSeconds(0)
                            .visibilityTimeout((int) HIDDEN.toSeconds())
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                            .messageAttributeNames("All"))
                    .messages();
            boolean anyNew = false;
            for (Message message : batch) {
                if (seen.add(message.messageId())) {
                    letters.add(DeadLetter.of(message, rules));
                    anyNew = true;
                }
            }
            empty = anyNew ? 0 : empty + 1;
        }
    }

    private void release(DeadLetter letter) {
        sqs.changeMessageVisibility(request -> request.queueUrl(deadLetterQueueUrl)
                .receiptHandle(letter.message().receiptHandle())
                .visibilityTimeout(0));
    }
}
