package dev.queuelab.lab.replay;

import dev.queuelab.core.history.Event;
import dev.queuelab.scenarios.kit.Operator;
import java.util.Iterator;

/** Purges that were asked for, with the answers that they got. */
final class RecordedOperator implements Operator {
    private final Iterator<Event.PurgeAnswered> answers;

    RecordedOperator(RunRecord record) {
        this.answers = record.facts(Event.PurgeAnswered.class).iterator();
    }

    @Override
    public boolean purge() {
        if (!answers.hasNext()) {
            throw new NotReplayableException("the story purges once more than the run recorded");
        }
        return answers.next().accepted();
    }

    @Override
    public void redrive() {}
}
