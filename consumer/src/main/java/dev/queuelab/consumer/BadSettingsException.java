package dev.queuelab.consumer;

import java.util.List;

/** One or more knobs cannot be used as they are set; the message has a line for each. */
final class BadSettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    BadSettingsException(List<String> problems) {
        super("cannot start:\n  " + String.join("\n  ", problems) + "\n  (--help lists every knob)");
    }
}
