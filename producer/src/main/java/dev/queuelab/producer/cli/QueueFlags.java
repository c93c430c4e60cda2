package dev.queuelab.producer.cli;

import dev.queuelab.producer.sending.TargetQueue;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags that say where the queue is. */
final class QueueFlags {
    @Option(
            names = "--queue-url",
            paramLabel = "URL",
            converter = FlagTypes.QueueUrl.class,
            description = "The queue; needed (default: the variable QUEUE_URL). One that ends in .fifo is sent to"
                    + " in order, in one message group.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "NAME",
            converter = FlagTypes.Name.class,
            description = "The AWS region (default: the variable AWS_REGION).")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            converter = FlagTypes.Name.class,
            description = "The AWS profile for credentials, before those in variables (default: the variable"
                    + " AWS_PROFILE, after them, as the AWS SDK does).")
    private Optional<String> profile = Optional.empty();

    /** What is wrong with the flags together, if anything. */
    Optional<String> problem() {
        return url.isPresent()
                ? Optional.empty()
                : Optional.of("no queue is named: give --queue-url URL or set the variable QUEUE_URL");
    }

    /** Only where there is no {@link #problem}. */
    TargetQueue queue() {
        return new TargetQueue(url.orElseThrow());
    }

    Optional<String> region() {
        return region;
    }

    Optional<String> profile() {
        return profile;
    }
}
