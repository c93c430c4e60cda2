package dev.queuelab.producer.cli;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.core.aws.AwsSettingsException;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.history.HistoryFile;
import dev.queuelab.core.history.Recorder;
import dev.queuelab.core.process.ParentWatch;
import dev.queuelab.core.process.ProcessLog;
import dev.queuelab.core.process.Shutdown;
import dev.queuelab.producer.sending.SendFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Starts the producer and ties it to this process: its signals, its clock, its parent, AWS. */
public final class ProducerMain {
    private static final BackoffStrategy BACKOFF =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(100), Duration.ofSeconds(5));

    private volatile Recorder history = Recorder.NONE;
    private final Shutdown shutdown = Shutdown.onSignals(() -> history.record(new Event.ShutdownRequested()));

    private ProducerMain() {}

    public static void main(String[] args) {
        ProcessLog.start();
        System.exit(new ProducerMain().run(args));
    }

    /** The model of the command line, for the documentation. */
    public static CommandSpec commandSpec() {
        return ProduceCommand.with(Map.of(), () -> 0, (queue, process) -> {
                    throw new IllegalStateException("this command line is not for running");
                })
                .getCommandSpec();
    }

    private int run(String... args) {
        SplittableRandom entropy = new SplittableRandom();
        int code = ProduceCommand.with(System.getenv(), () -> entropy.nextLong(Long.MAX_VALUE), this::open)
                .execute(args);
        return shutdown.finish(code);
    }

    /** Nothing of it is closed: it lasts as long as the process. */
    private ProducerContext open(QueueFlags queue, ProcessFlags process) {
        if (process.exitOnStdinEof()) {
            ParentWatch.start(System.in);
        }
        AwsAccess aws = access(queue);
        SqsClient sqs = clientOf(aws);
        history = historyOf(process);
        return new ProducerContext(
                sqs, aws.calls()::counts, BACKOFF, history, new ProcessClock(shutdown), Ansi.AUTO.enabled());
    }

    private static AwsAccess access(QueueFlags queue) {
        try {
            return AwsAccess.fromEnvironment(queue.region(), queue.profile());
        } catch (AwsSettingsException e) {
            throw new BadFlagException(String.valueOf(e.getMessage()), e);
        }
    }

    private static SqsClient clientOf(AwsAccess aws) {
        try {
            return aws.sqs(1);
        } catch (AwsSettingsException e) {
            throw new BadFlagException(String.valueOf(e.getMessage()), e);
        } catch (SdkClientException e) {
            throw new BadFlagException(
                    "no client of SQS for these --region (or AWS_REGION) and --profile: "
                            + SendFailure.of(e).reason(),
                    e);
        }
    }

    private static Recorder historyOf(ProcessFlags process) {
        try {
            return process.historyPath()
                    .<Recorder>map(path -> HistoryFile.begin(path, process.name(), Clock.systemUTC()))
                    .orElse(Recorder.NONE);
        } catch (HistoryException e) {
            throw new BadFlagException("--history-path: " + e.getMessage(), e);
        }
    }
}
