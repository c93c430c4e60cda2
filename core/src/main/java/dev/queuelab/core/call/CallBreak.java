package dev.queuelab.core.call;

import java.util.Optional;

/**
 * How a call of a consumer is broken.
 *
 * @param call which one, of those about the message
 */
public record CallBreak(ProtocolCall call, Way way) {

    /** What happens to the call, or to the process that makes it. */
    public enum Way {
        /** SIGKILL, and the service does not get the call. */
        KILLED_BEFORE_CALL("killed before the call", "KILL"),
        /** SIGKILL once the service has done what was asked. */
        KILLED_BEFORE_REPLY("killed before the reply", "KILL"),
        /** SIGTERM; then the call goes on. */
        TERMINATED_BEFORE_CALL("sent SIGTERM before the call", "TERM"),
        /** SIGTERM once the service has done what was asked; then the reply goes on. */
        TERMINATED_BEFORE_REPLY("sent SIGTERM before the reply", "TERM"),
        /** SIGSTOP; the call goes on when the process does. */
        PAUSED_BEFORE_CALL("paused before the call", "STOP"),
        /** SIGSTOP once the service has done what was asked; the reply goes on when the process does. */
        PAUSED_BEFORE_REPLY("paused before the reply", "STOP"),
        /** The service has done it, and the connection closes; what the SDK repeats by itself is let through. */
        FIRST_REPLY_LOST("first reply lost", ""),
        /** So does it at each repetition by the SDK. */
        ALL_REPLIES_LOST("all replies lost", "");

        private final String words;
        private final String signal;

        Way(String words, String signal) {
            this.words = words;
            this.signal = signal;
        }

        /** For people. */
        public String words() {
            return words;
        }

        /** What the process gets, without SIG; empty if nothing. */
        public Optional<String> signal() {
            return Optional.of(signal).filter(name -> !name.isEmpty());
        }

        /** Whether it happens before the service gets the call. */
        public boolean isBeforeCall() {
            return this == KILLED_BEFORE_CALL || this == TERMINATED_BEFORE_CALL || this == PAUSED_BEFORE_CALL;
        }

        /** Whether the process is killed. */
        public boolean kills() {
            return signal.equals("KILL");
        }

        /** Whether the connection closes, so that the process gets no reply. */
        public boolean closes() {
            return kills() || signal.isEmpty();
        }
    }
}
