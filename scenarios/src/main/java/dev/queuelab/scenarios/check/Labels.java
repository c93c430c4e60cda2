package dev.queuelab.scenarios.check;

/**
 * How a scenario distinguishes its processes: a producer labelled "early" records its history as "producer-early", so that
 * checks find what it sent.
 */
public final class Labels {
    public static final String PRODUCER = "producer";
    public static final String CONSUMER = "consumer";

    private Labels() {}

    /** The name of a process of this program, such as "consumer", with this label. */
    public static String process(String program, String label) {
        return program + "-" + label;
    }

    /** The shared file with the fields that a scenario gave to the producer with this label. */
    public static String fieldsFile(String label) {
        return process(PRODUCER, label) + ".jsonl";
    }

    static String labelOf(String process) {
        return process.substring(process.indexOf('-') + 1);
    }
}
