package dev.queuelab.consumer;

/** Another process has claimed the message, and goes on to hold it: the message is left to it. */
final class LeaseHeldException extends StepFailedException {
    private static final long serialVersionUID = 1L;

    LeaseHeldException(String owner, String until) {
        super("claiming the message", owner + " has claimed it until " + until + ", and is left to it");
    }

    @Override
    boolean leftToAnother() {
        return true;
    }
}
