package dev.queuelab.consumer;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.core.aws.AwsSettingsException;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.history.HistoryFile;
import dev.queuelab.core.history.Recorder;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.knob.OnSigterm;
import dev.queuelab.core.process.ParentWatch;
import dev.queuelab.core.process.Pause;
import dev.queuelab.core.process.ProcessLog;
import dev.queuelab.core.process.Shutdown;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The consumer as a process: its parts put together, its begin and its end recorded. */
final class ConsumerProcess {
    private static final Logger log = LoggerFactory.getLogger(ConsumerProcess.class);

    private static final Clock CLOCK = Clock.systemUTC();

    private final Settings settings;
    private final AwsAccess aws;
    private final SqsClient sqs;
    private final Tables tables;
    private final Recorder recorder;
    private final Shutdown shutdown;

    private ConsumerProcess(Settings settings, AwsAccess aws, SqsClient sqs, Tables tables, Recorder recorder) {
        this.settings = settings;
        this.aws = aws;
        this.sqs = sqs;
        this.tables = tables;
        this.recorder = recorder;
        this.shutdown = settings.get(Knobs.ON_SIGTERM) == OnSigterm.ABANDON
                ? Shutdown.never()
                : Shutdown.onSignals(() -> recorder.record(new Event.ShutdownRequested()));
    }

    /**
     * All that can fail before there is anything to record, and then the history.
     *
     * @throws BadSettingsException if no AWS client can be made as the environment says, or the history cannot be
     *     begun
     */
    static ConsumerProcess begin(Settings settings) throws BadSettingsException {
        ProcessLog.level(settings.get(Knobs.LOG_LEVEL));
        if (settings.get(Knobs.EXIT_ON_STDIN_EOF)) {
            ParentWatch.start(System.in);
        }
        try {
            AwsAccess aws = AwsAccess.fromEnvironment(settings.get(Knobs.AWS_REGION), Optional.empty());
            requireRegion(settings);
            return new ConsumerProcess(settings, aws, aws.sqs(), Tables.open(settings, aws, CLOCK), recorder(settings));
        } catch (HistoryException e) {
            throw new BadSettingsException(List.of("HISTORY_PATH is not accepted: " + e.getMessage()));
        } catch (AwsSettingsException e) {
            throw new BadSettingsException(List.of(String.valueOf(e.getMessage())));
        } catch (SdkException e) {
            throw new BadSettingsException(List.of("the AWS SDK cannot make a client: " + e.getMessage()));
        }
    }

    /** The SDK's own message for a missing region names twenty classes and no remedy. */
    private static void requireRegion(Settings settings) throws BadSettingsException {
        if (settings.get(Knobs.AWS_REGION).isPresent()) {
            return;
        }
        try {
            new DefaultAwsRegionProviderChain().getRegion();
        } catch (SdkException e) {
            throw new BadSettingsException(List.of(
                    "AWS_REGION is not set, and no AWS profile has a region: expected the name of an AWS region"));
        }
    }

    private static Recorder recorder(Settings settings) {
        Optional<Recorder> file = settings.get(Knobs.HISTORY_PATH)
                .map(path -> HistoryFile.begin(path, settings.get(Knobs.PROCESS_NAME), CLOCK));
        return file.orElse(Recorder.NONE);
    }

    /**
     * Works until a limit, the idle timeout or a signal.
     *
     * @return one line that sums the run up
     */
    String run() {
        recorder.record(new Event.Started("consumer", ProcessHandle.current().pid(), settings.changed()));
        if (settings.get(Knobs.MAX_MESSAGES) > Settings.MOST_MESSAGES) {
            log.warn("MAX_MESSAGES={} is capped at {}", settings.get(Knobs.MAX_MESSAGES), Settings.MOST_MESSAGES);
        }
        try (aws) {
            RunSummary summary = loop().run();
            recorder.record(new Event.Stopped(summary.reason(), summary.calls()));
            return summary.line();
        }
    }

    private ReceiveLoop loop() {
        SqsQueue queue = new SqsQueue(sqs, settings.queueUrl(), recorder);
        CrashPoints crashPoints = CrashPoints.of(settings, recorder);
        MessageHandler handler = new MessageHandler(settings, recorder, crashPoints, tables, Pause.REAL, CLOCK);
        DeliveryProcessor processor = new DeliveryProcessor(settings, queue, recorder, crashPoints, handler);
        BatchHandler batches = new BatchHandler(settings, queue, processor, shutdown);
        return new ReceiveLoop(settings, queue, batches, shutdown, aws.calls(), System::nanoTime);
    }

    /** Says with which code the process is about to exit, so that a signal's end waits for it. */
    int finish(int code) {
        return shutdown.finish(code);
    }
}
