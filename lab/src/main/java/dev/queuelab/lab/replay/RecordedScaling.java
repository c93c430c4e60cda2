package dev.queuelab.lab.replay;

import dev.queuelab.core.history.Event;
import dev.queuelab.scenarios.scaling.Decision;
import dev.queuelab.scenarios.scaling.Load;
import java.time.Duration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The loads that a run saw, one look after the other; what a story decides now must be what it decided then. */
final class RecordedScaling {
    private final Iterator<Event.ScalingDecided> looks;
    private Event.@Nullable ScalingDecided last;

    RecordedScaling(RunRecord record) {
        this.looks = record.facts(Event.ScalingDecided.class).iterator();
    }

    Load next() {
        if (!looks.hasNext()) {
            throw new NotReplayableException("the story looks at the load once more than the run recorded");
        }
        Event.ScalingDecided look = looks.next();
        last = look;
        return new Load(look.depth(), Duration.ofMillis(Math.round(look.oldestAgeSeconds() * 1000)));
    }

    void require(Decision decision) {
        if (last == null || last.consumers() != decision.consumers() || last.wanted() != decision.wanted()) {
            throw new NotReplayableException("the story decided otherwise than the run recorded: " + last
                    + " then, and from " + decision.consumers() + " to " + decision.wanted() + " now");
        }
    }
}
