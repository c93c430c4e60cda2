package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.Judged.judged;

import org.junit.jupiter.api.Test;

class QueuesTest {
    private final Given run = new Given();

    @Test
    void anEmptyQueueIsDrained() {
        judged(Queues.drained(), run).passes("0 waiting, 0 in flight");
    }

    @Test
    void aQueueWithAMessageIsNot() {
        run.leftOnTheQueue(1);

        judged(Queues.drained(), run).fails("1 waiting");
    }

    @Test
    void anEmptyDeadLetterQueueIsSeen() {
        judged(Queues.nothingDeadLettered(), run).passes("holds 0 waiting");
    }

    @Test
    void aDeadLetterIsSeen() {
        run.sent("a").deadLettered("a");

        judged(Queues.nothingDeadLettered(), run).fails("holds 1 waiting");
    }

    @Test
    void poisonMayBeDeadLettered() {
        run.sent("a").sentPoison("p").deadLettered("p");

        judged(Queues.onlyDeadLettered("poison", run.messages().poison()), run).passes("1 of 1 dead-lettered");
    }

    @Test
    void aGoodMessageMayNot() {
        run.sent("a").sentPoison("p").deadLettered("p", "a");

        judged(Queues.onlyDeadLettered("poison", run.messages().poison()), run).fails("1 others dead-lettered: a");
    }
}
