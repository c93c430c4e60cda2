package dev.queuelab.lab.runstore;

import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.scenarios.kit.Control;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run was: {@code run.json}, there from the run's first moment.
 *
 * @param format of this document
 * @param run the run's id, which its messages carry
 * @param environment its name, such as "sandbox"
 * @param where a few words about it, for people
 * @param seed of all random choices
 * @param options the scenario's, as a command line would set them
 * @param command the arguments of the command that asked for the run
 * @param again the arguments that run it again
 * @param control what was taken out, if it was run as a control
 * @param commit that the laboratory was built from
 * @param versions by what they are versions of
 * @param queue the queue's own settings, once they are known
 */
public record RunInfo(
        int format,
        String run,
        String scenario,
        String claim,
        String environment,
        String where,
        long seed,
        Instant begun,
        List<String> options,
        List<String> command,
        List<String> again,
        Optional<Suite> suite,
        Optional<Control> control,
        String commit,
        Map<String, String> versions,
        Optional<Queue> queue) {
    public static final int FORMAT = 1;

    /** The queue's settings, in the units of SQS's attributes. */
    public record Queue(long visibilityTimeoutSeconds, int maxReceiveCount) {

        static Queue of(QueueSettings settings) {
            return new Queue(settings.visibilityTimeout().toSeconds(), settings.maxReceiveCount());
        }

        QueueSettings settings() {
            return new QueueSettings(Duration.ofSeconds(visibilityTimeoutSeconds), maxReceiveCount);
        }
    }

    RunInfo withQueue(QueueSettings settings) {
        return new RunInfo(
                format,
                run,
                scenario,
                claim,
                environment,
                where,
                seed,
                begun,
                options,
                command,
                again,
                suite,
                control,
                commit,
                versions,
                Optional.of(Queue.of(settings)));
    }
}
