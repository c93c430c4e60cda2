package dev.queuelab.sandbox;

import java.util.List;

/**
 * Everything that a sandbox is started with.
 *
 * @param sqsPort 0 for any free one
 * @param dynamoDbPort 0 for any free one
 */
record SandboxSettings(
        int sqsPort, int dynamoDbPort, String region, QueueSettings queueSettings, List<StackNames> stacks) {
    SandboxSettings {
        stacks = List.copyOf(stacks);
    }
}
