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
import dev.queuelab.core.toolbox.Seconds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The consumer as a process: its parts put together, its start and its end recorded. */
final class ConsumerProcess {
    private static final Logger log = LoggerFactory.getLogger(ConsumerProcess.class);

    private static final Clock CLOCK = Clock.systemUTC();

    private final Settings settings;
    private final AwsAccess aws;
    private final SqsClient sqs;
    private final Optional<DynamoDbClient> tablesClient;

    /** What ages and leases are measured by. The history has the machine's clock, whatever the knobs say of it. */
    private final Clock clock;

    private final Shutdown shutdown;

    /** Records nothing before the history is begun. */
    private volatile Recorder recorder = Recorder.NONE;

    private ConsumerProcess(
            Settings settings, AwsAccess aws, Clock clock, SqsClient sqs, Optional<DynamoDbClient> tablesClient) {
        this.settings = settings;
        this.aws = aws;
        this.clock = clock;
        this.sqs = sqs;
        this.tablesClient = tablesClient;
        this.shutdown = settings.get(Knobs.ON_SIGTERM) == OnSigterm.ABANDON
                ? Shutdown.never()
                : Shutdown.onSignals(() -> recorder.record(new Event.ShutdownRequested()));
    }

    /**
     * All that can fail before the network is touched.
     *
     * @throws BadSettingsException if a file cannot be written, or no AWS client can be made as the environment says
     */
    static ConsumerProcess begin(Settings settings) throws BadSettingsException {
        ProcessLog.level(settings.get(Knobs.LOG_LEVEL));
        if (settings.get(Knobs.EXIT_ON_STDIN_EOF)) {
            ParentWatch.start(System.in);
        }
        List<String> unwritable = FileCheck.problems(settings);
        if (!unwritable.isEmpty()) {
            throw new BadSettingsException(unwritable);
        }
        try {
            requireRegion(settings);
            AwsAccess aws = AwsAccess.fromEnvironment(settings.get(Knobs.AWS_REGION), Optional.empty());
            Clock clock = ServiceClock.asSet(settings, CLOCK, aws::observe);
            return new ConsumerProcess(
                    settings,
                    aws,
                    clock,
                    aws.sqs(settings.receiveRetries()),
                    settings.hasTables() ? Optional.of(aws.dynamoDb(settings.callRetries())) : Optional.empty());
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

    private static Recorder beginHistory(Settings settings) throws BadSettingsException {
        try {
            Optional<Recorder> file = settings.get(Knobs.HISTORY_PATH)
                    .map(path -> HistoryFile.begin(path, settings.get(Knobs.PROCESS_NAME), CLOCK));
            return OmittingRecorder.of(file.orElse(Recorder.NONE), settings.get(Knobs.HISTORY_OMIT));
        } catch (HistoryException e) {
            throw new BadSettingsException(
                    List.of("HISTORY_PATH is not accepted: " + LogText.reason(String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Looks at the tables, then works until a limit, the idle timeout or a signal. The history begins after that look,
     * so that a start with the settings put right may have the same HISTORY_PATH.
     *
     * @return one line that sums the run up
     * @throws BadSettingsException if a table cannot be used, the heartbeat is too slow, or the history cannot be begun
     */
    String run() throws BadSettingsException {
        try (aws) {
            if (tablesClient.isPresent()) {
                new TableCheck(settings, tablesClient.get(), shutdown, System::nanoTime).run();
            }
            QueueAttributes attributes = new QueueAttributes(settings, sqs, shutdown, System::nanoTime);
            Optional<Duration> visibilityTimeout = new HeartbeatCheck(settings, attributes).run();
            GroupOrder groups = GroupOrder.of(settings, attributes);
            recorder = beginHistory(settings);
            return work(visibilityTimeout, groups);
        }
    }

    private String work(Optional<Duration> visibilityTimeout, GroupOrder groups) {
        recorder.record(new Event.Started("consumer", ProcessHandle.current().pid(), settings.changed()));
        if (settings.get(Knobs.MAX_MESSAGES) > Settings.MOST_MESSAGES) {
            log.warn("MAX_MESSAGES={} is capped at {}", settings.get(Knobs.MAX_MESSAGES), Settings.MOST_MESSAGES);
        }
        RunSummary summary = loop(visibilityTimeout, groups).run();
        recorder.record(new Event.Stopped(summary.reason(), summary.calls()));
        return summary.line();
    }

    private ReceiveLoop loop(Optional<Duration> visibilityTimeout, GroupOrder groups) {
        Tables tables = Tables.open(settings, tablesClient, clock);
        InHand inHand = visibilityTimeout
                .map(timeout -> heartbeat(tables.statuses(), timeout))
                .orElse(InHand.UNATTENDED);
        SqsQueue queue = new SqsQueue(
                sqs,
                settings.outlastsOutages() ? aws.sqs(settings.callRetries()) : sqs,
                settings.queueUrl(),
                GroupOrder.needsGroups(settings),
                recorder,
                inHand);
        CrashPoints crashPoints = CrashPoints.of(settings, recorder);
        Claims claims = new Claims(
                tables.statuses(),
                recorder,
                queue,
                shutdown::requestedWithin,
                clock,
                Seconds.toDuration(settings.get(Knobs.LEASE_SECONDS)));
        MessageHandler handler = new MessageHandler(settings, recorder, crashPoints, tables, claims, Pause.REAL, clock);
        DeliveryProcessor processor = new DeliveryProcessor(settings, queue, recorder, crashPoints, handler);
        Deletions deletions = new Deletions(settings, processor, Deletions.onTimer());
        BatchHandler batches = new BatchHandler(settings, queue, processor, deletions, shutdown, groups);
        Workers workers = settings.isSideBySide()
                ? new SideBySide(settings, batches, deletions, groups, System::nanoTime, SideBySide.daemons(settings))
                : new OneByOne(settings, batches, System::nanoTime);
        Receives receives = new Receives(queue, settings.messagesPerReceive(), Receives.daemons());
        return new ReceiveLoop(settings, receives, workers, shutdown, aws.calls(), System::nanoTime);
    }

    private InHand heartbeat(StatusStore statuses, Duration visibilityTimeout) {
        Visibility visibility = new Visibility(sqs, settings.queueUrl(), recorder);
        Heartbeat heartbeat = new Heartbeat(visibility, visibilityTimeout, statuses, recorder, System::nanoTime);
        heartbeat.start(Seconds.toDuration(settings.get(Knobs.HEARTBEAT_SECONDS)));
        return heartbeat;
    }

    /** To be called with the code that the process is about to exit with, for which the shutdown hook waits. */
    int finish(int code) {
        return shutdown.finish(code);
    }
}
