package dev.queuelab.consumer;

import dev.queuelab.core.aws.AwsAccess;
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
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The consumer as a process: its parts put together, its begin and its end recorded. */
final class ConsumerProcess {
    private static final Logger log = LoggerFactory.getLogger(ConsumerProcess.class);

    private final Settings settings;
    private final Clock clock = Clock.systemUTC();
    private final Recorder recorder;
    private final Shutdown shutdown;

    private ConsumerProcess(Settings settings, Recorder recorder, Shutdown shutdown) {
        this.settings = settings;
        this.recorder = recorder;
        this.shutdown = shutdown;
    }

    /** @throws HistoryException if the history cannot be begun */
    static ConsumerProcess begin(Settings settings) {
        ProcessLog.level(settings.get(Knobs.LOG_LEVEL));
        if (settings.get(Knobs.EXIT_ON_STDIN_EOF)) {
            ParentWatch.start(System.in);
        }
        Recorder recorder = recorder(settings);
        Shutdown shutdown = settings.get(Knobs.ON_SIGTERM) == OnSigterm.ABANDON
                ? Shutdown.never()
                : Shutdown.onSignals(() -> recorder.record(new Event.ShutdownRequested()));
        return new ConsumerProcess(settings, recorder, shutdown);
    }

    private static Recorder recorder(Settings settings) {
        Optional<Recorder> file = settings.get(Knobs.HISTORY_PATH)
                .map(path -> HistoryFile.begin(path, settings.get(Knobs.PROCESS_NAME), Clock.systemUTC()));
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
        try (AwsAccess aws = AwsAccess.fromEnvironment(settings.get(Knobs.AWS_REGION), Optional.empty())) {
            Summary summary = loop(aws).run();
            recorder.record(new Event.Stopped(summary.reason(), summary.calls()));
            return summary.line();
        }
    }

    private ReceiveLoop loop(AwsAccess aws) {
        Inbox inbox = new Inbox(aws.sqs(), settings.queueUrl(), recorder);
        Chaos chaos = Chaos.of(settings, recorder);
        MessageHandler handler =
                new MessageHandler(settings, recorder, chaos, Tables.open(settings, aws, clock), Pause.REAL);
        BatchHandler batches = new BatchHandler(settings, inbox, recorder, chaos, handler, shutdown);
        return new ReceiveLoop(settings, inbox, batches, shutdown, aws.calls(), System::nanoTime);
    }

    /** Says with which code the process is about to exit, so that a signal's end waits for it. */
    int finish(int code) {
        return shutdown.finish(code);
    }
}
