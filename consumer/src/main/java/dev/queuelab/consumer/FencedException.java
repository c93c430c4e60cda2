package dev.queuelab.consumer;

/** A step was refused, since somebody else has claimed the message after this process did. */
final class FencedException extends StepFailedException {
    private static final long serialVersionUID = 1L;

    private final long token;
    private final long newest;

    /**
     * The refusal of a step.
     *
     * @param token that of this process's claim
     * @param newest that of the newest claim that is known where the step was refused
     */
    FencedException(String step, long token, long newest) {
        super(
                step,
                "another process has claimed the message since: this one has fencing token " + token
                        + ", the newest is " + newest);
        this.token = token;
        this.newest = newest;
    }

    @Override
    boolean leftToAnother() {
        return true;
    }

    long token() {
        return token;
    }

    long newest() {
        return newest;
    }
}
