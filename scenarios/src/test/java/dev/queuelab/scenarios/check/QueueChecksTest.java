package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;

import org.junit.jupiter.api.Test;

class QueueChecksTest {
    private final EvidenceBuilder run = new EvidenceBuilder();

    @Test
    void anEmptyQueueIsDrained() {
        judged(QueueChecks.DRAINED, run).passes("0 waiting, 0 in flight");
    }

    @Test
    void aQueueWithAMessageIsNot() {
        run.leftOnTheQueue(1);

        judged(QueueChecks.DRAINED, run).fails("1 waiting");
    }

    @Test
    void anEmptyDeadLetterQueueIsSeen() {
        judged(QueueChecks.NOTHING_DEAD_LETTERED, run).passes("holds 0 waiting");
    }

    @Test
    void aDeadLetterIsSeen() {
        run.sent("a").deadLettered("a");

        judged(QueueChecks.NOTHING_DEAD_LETTERED, run).fails("holds 1 waiting");
    }

    @Test
    void poisonMayBeDeadLettered() {
        run.sent("a").sentPoison("p").deadLettered("p");

        judged(QueueChecks.ONLY_POISON_DEAD_LETTERED, run).passes("1 of 1 dead-lettered");
    }

    @Test
    void aGoodMessageMayNot() {
        run.sent("a").sentPoison("p").deadLettered("p", "a");

        judged(QueueChecks.ONLY_POISON_DEAD_LETTERED, run).fails("1 others dead-lettered: a");
    }
}
