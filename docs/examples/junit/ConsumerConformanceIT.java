package com.example.orders;

import dev.queuelab.junit.QueueLab;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What our consumer promises of its queue; it needs queue-lab-junit.jar on the class path, and Node.js for this consumer. */
class ConsumerConformanceIT {
    @TestFactory
    Stream<DynamicTest> aFailedDeletionDoesNotMakeItIgnoreAMessage() {
        return QueueLab.conformance()
                .command("node", "consumer.js")
                .in(Path.of("../docs/examples"))
                .kind("caches")
                .tests();
    }
}
