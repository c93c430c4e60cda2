package dev.queuelab.scenarios.kit;

import picocli.CommandLine.Option;

/** The option {@code --count} of a scenario that sends so many messages. */
public final class MessageCount {
    @Option(
            names = "--count",
            paramLabel = "N",
            converter = IntOption.FromOne.class,
            description = "messages to send, at least 1 (default: ${DEFAULT-VALUE})")
    private int count;

    private MessageCount(int count) {
        this.count = count;
    }

    public static MessageCount defaultsTo(int count) {
        return new MessageCount(count);
    }

    public int get() {
        return count;
    }
}
