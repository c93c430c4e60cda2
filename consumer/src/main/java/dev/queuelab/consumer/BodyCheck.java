package dev.queuelab.consumer;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Recorder;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.knob.OnChangedBody;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a message's body with the body that its id was first seen with. Another one means that two messages share an
 * id, and that the second one would pass for a redelivery of the first.
 */
final class BodyCheck {
    private static final Logger log = LoggerFactory.getLogger(BodyCheck.class);

    private final boolean rejects;
    private final Recorder recorder;

    BodyCheck(Settings settings, Recorder recorder) {
        this.rejects = settings.get(Knobs.ON_CHANGED_BODY) == OnChangedBody.REJECT;
        this.recorder = recorder;
    }

    /**
     * @param firstDigest of the body that the id was first seen with; empty if that is not known
     * @throws InvalidMessageException if this body is another one, and such a message is to be rejected
     */
    void compare(Delivery delivery, Work work, Optional<String> firstDigest) {
        if (firstDigest.isEmpty() || firstDigest.get().equals(work.digest())) {
            return;
        }
        log.warn(
                "message {} has another body than the message that its id was first seen with: the id is not unique{}",
                LogText.name(work.id()),
                rejects ? "" : ", and the message is taken for that one (see ON_CHANGED_BODY)");
        recorder.record(new Event.BodyChanged(work.id(), delivery.messageId(), firstDigest.get(), work.digest()));
        if (rejects) {
            throw new InvalidMessageException("its id is known with another body, and ON_CHANGED_BODY is reject");
        }
    }
}
