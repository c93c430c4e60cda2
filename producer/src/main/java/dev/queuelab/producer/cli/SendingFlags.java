package dev.queuelab.producer.cli;

import dev.queuelab.producer.sending.RateLimit;
import dev.queuelab.producer.sending.StoppableClock;
import picocli.CommandLine.Option;

/** The flags that say how messages are sent. */
final class SendingFlags {
    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "0",
            converter = FlagTypes.Rate.class,
            description = "At most so many messages a second, decimals allowed; 0: as fast as possible"
                    + " (default: ${DEFAULT-VALUE}).")
    private double perSecond;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            defaultValue = "10",
            converter = FlagTypes.BatchSize.class,
            description = "The most messages in one call, 1 to 10 (default: ${DEFAULT-VALUE}).")
    private int batchSize;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "1",
            converter = FlagTypes.Concurrency.class,
            description = "Batches sent at once, 1 to 64; on a FIFO queue only those that share no group"
                    + " (default: ${DEFAULT-VALUE}).")
    private int concurrency;

    @Option(
            names = "--keep-trying",
            description =
                    "Try a call that fails until it succeeds, whatever the reason, once the queue has taken a message.")
    private boolean keepTrying;

    boolean keepTrying() {
        return keepTrying;
    }

    /** A pace that begins now. */
    RateLimit rate(StoppableClock clock) {
        return RateLimit.of(perSecond, clock::nanos);
    }

    int batchSize() {
        return batchSize;
    }

    int concurrency() {
        return concurrency;
    }
}
