package dev.queuelab.consumer;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.Recorder;
import dev.queuelab.core.knob.HistoryOmission;

/** Leaves facts of one kind out of the history, as {@code HISTORY_OMIT} asks: a history that lies. */
final class OmittingRecorder {
    private OmittingRecorder() {}

    static Recorder of(Recorder recorder, HistoryOmission omission) {
        return event -> {
            if (!isOmitted(event, omission)) {
                recorder.record(event);
            }
        };
    }

    private static boolean isOmitted(Event event, HistoryOmission omission) {
        return switch (omission) {
            case NONE -> false;
            case RECEIVED -> event instanceof Event.Received;
            case EFFECT_PERFORMED -> event instanceof Event.EffectPerformed;
            case DELETED -> event instanceof Event.Deleted;
        };
    }
}
