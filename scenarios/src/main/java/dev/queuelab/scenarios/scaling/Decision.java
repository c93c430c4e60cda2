package dev.queuelab.scenarios.scaling;

/**
 * How many consumers there should be.
 *
 * @param consumers how many there are
 * @param wanted how many there should be
 * @param reason what in the load speaks for it
 */
public record Decision(Load load, int consumers, int wanted, String reason) {

    /** Whether the number is right as it is. */
    public boolean isSteady() {
        return wanted == consumers;
    }
}
