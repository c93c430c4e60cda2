package dev.queuelab.consumer;

import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.knob.KnobTable;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.core.process.ProcessLog;
import dev.queuelab.core.toolbox.Text;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code consumer.jar}: takes its settings from environment variables and nothing from the command line. */
public final class ConsumerMain {
    private static final Logger log = LoggerFactory.getLogger(ConsumerMain.class);

    private ConsumerMain() {}

    public static void main(String[] args) {
        ProcessLog.start();
        System.exit(args.length > 0 ? answer(args, System.out, System.err) : run(System.getenv(), System.out));
    }

    private static int run(Map<String, String> variables, PrintStream out) {
        try {
            ConsumerProcess process = ConsumerProcess.begin(Settings.read(variables));
            return process.finish(work(process, out));
        } catch (BadSettingsException e) {
            log.error("{}", e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private static int work(ConsumerProcess process, PrintStream out) {
        try {
            out.println(process.run());
            out.flush();
            return ExitCode.OK;
        } catch (BadSettingsException e) {
            log.error("{}", e.getMessage());
            return ExitCode.USAGE;
        } catch (HistoryException | UnreachableException e) {
            log.error("{}", Text.printable(String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            log.error("stopped by an unexpected error", e);
        }
        return ExitCode.FAILED;
    }

    /** What to do with arguments: only a request for help has an answer. */
    static int answer(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
            out.print(help());
            return ExitCode.OK;
        }
        err.printf(
                Locale.ROOT,
                "consumer.jar takes no arguments, but got %s: set environment variables instead; --help lists them%n",
                Text.printable(String.join(" ", args)));
        return ExitCode.USAGE;
    }

    static String help() {
        return String.format(
                Locale.ROOT,
                "Usage: QUEUE_URL=... [KNOB=value ...] java -jar consumer.jar%n%n"
                        + "Processes the messages of an SQS queue. Endpoints and credentials come from the AWS SDK's own%n"
                        + "variables (AWS_ENDPOINT_URL_SQS, AWS_ENDPOINT_URL_DYNAMODB, AWS_REGION, AWS_PROFILE, ...).%n%n"
                        + "Knobs (environment variables):%n%n%s%n"
                        + "Exit codes: 0 at MESSAGE_LIMIT, IDLE_TIMEOUT_SECONDS or SIGTERM; 1 at a crash, or when the queue%n"
                        + "or a table cannot be used; 2 when it cannot start as it is set.%n",
                KnobTable.plain());
    }
}
