package dev.queuelab.junit;

/**
 * Where a test begins that puts a consumer through the failure modes of its queue.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> ourConsumerEndsWell() {
 *     return QueueLab.conformance().command("node", "consumer.js").kind("shutdown").tests();
 * }
 * }</pre>
 */
public final class QueueLab {
    private QueueLab() {}

    /** A play of conformance cases, of which it is still to be said for which consumer. */
    public static Conformance conformance() {
        return Conformance.NEW;
    }
}
