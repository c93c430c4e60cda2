package dev.queuelab.gateway.fault;

/** Decides whether a fault falls, and notes it. */
public interface Chance {

    /** Decides about the call. */
    boolean falls();

    /**
     * Decides about one of the call's messages. The decision follows the seed, and how many-th time it is made about this
     * name under this operation; not the clock.
     *
     * @param name the message's own, where there is one
     */
    boolean falls(String name);

    /** The name of the message that this receipt handle is of; where that is not known, one of the handle's own. */
    String nameOfHandle(String receiptHandle);

    /** Decides about the message that this receipt handle is of. */
    default boolean fallsForHandle(String receiptHandle) {
        return falls(nameOfHandle(receiptHandle));
    }
}
