package dev.queuelab.sandbox;

/**
 * What all stacks' queues have in common.
 *
 * @param visibilityTimeoutSeconds how long a received message stays hidden: 0 to 43,200
 * @param receiveWaitSeconds how long a receive waits for a message unless it says otherwise: 0 to 20
 */
record QueueSettings(int visibilityTimeoutSeconds, int receiveWaitSeconds) {}
