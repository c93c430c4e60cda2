package dev.queuelab.gateway.cli;

import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.process.ExitCode;
import dev.queuelab.core.process.ParentWatch;
import dev.queuelab.core.process.Shutdown;
import dev.queuelab.gateway.call.EffectMapping;
import dev.queuelab.gateway.call.EffectMappings;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.FaultRules;
import dev.queuelab.gateway.fault.InvalidFaultException;
import dev.queuelab.gateway.fault.SystemTime;
import dev.queuelab.gateway.history.CallFile;
import dev.queuelab.gateway.history.CallRecorder;
import dev.queuelab.gateway.history.DecisionFile;
import dev.queuelab.gateway.proxy.Endpoints;
import dev.queuelab.gateway.proxy.Gateway;
import dev.queuelab.gateway.proxy.GatewayException;
import dev.queuelab.gateway.proxy.GatewaySettings;
import dev.queuelab.gateway.signing.Signing;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of gateway.jar. */
@Command(
        name = "gateway.jar",
        synopsisHeading = "Usage: java -jar ",
        description = {
            "%nForwards calls to Amazon SQS and DynamoDB, records each, and breaks those that a fault is for. Point a"
                    + " program's AWS_ENDPOINT_URL at the URL that it prints.",
            "%nIt listens on 127.0.0.1 only, and stays up until SIGTERM or SIGINT.%n"
        },
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ended by SIGTERM or SIGINT",
            "1:it could not start, or its parent ended (--exit-on-stdin-eof)",
            "2:the command line or the fault file is wrong"
        })
final class GatewayCommand implements Callable<Integer> {
    private static final Duration UNTIL_ASKED = Duration.ofHours(1);
    private static final int MOST_PORT = 65_535;

    @Mixin
    private ServiceOptions services;

    @Option(
            names = "--port",
            paramLabel = "NAME=PORT",
            description =
                    "a port for the program NAME, 0 for any that is free; may be repeated, so that the record says"
                            + " who called (default: client=0)")
    private Map<String, Integer> ports = Map.of();

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description =
                    "rules, as a JSON array: [{\"fault\": \"reply-lost\", \"operations\": [\"DeleteMessage\"], \"times\": 1}]")
    private List<Path> faultFiles = List.of();

    @Option(
            names = "--fault",
            paramLabel = "NAME[:PARAMETER=VALUE,...]",
            description = "one rule, such as reply-lost:operations=DeleteMessage,times=1; may be repeated")
    private List<String> faults = List.of();

    @Option(
            names = "--effect",
            paramLabel = "MAPPING",
            converter = EffectMappingConverter.class,
            description = EffectMappingConverter.DESCRIPTION)
    private List<EffectMapping> effects = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "decides which calls meet a fault that has a share (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "a new file for a record of the calls, two JSON lines each")
    private Optional<Path> history = Optional.empty();

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description =
                    "a new file for the decisions about faults, a line each; the same seed and calls give the same file")
    private Optional<Path> decisions = Optional.empty();

    @Option(
            names = "--record-bodies",
            description = "record messages' bodies whole; if not given, their digests and ids only")
    private boolean recordBodies;

    @Option(
            names = "--exit-on-stdin-eof",
            description =
                    "end when standard input does, so that it does not outlive the program that holds the other end")
    private boolean exitOnStdinEof;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Spec
    private CommandSpec spec;

    private final Shutdown shutdown;
    private final Clock clock;

    private GatewayCommand(Shutdown shutdown, Clock clock) {
        this.shutdown = shutdown;
        this.clock = clock;
    }

    /** The command; it turns exceptions into a message and an exit code. */
    static CommandLine commandLine(Shutdown shutdown, Clock clock) {
        return new CommandLine(new GatewayCommand(shutdown, clock))
                .setParameterExceptionHandler((wrong, arguments) -> {
                    PrintWriter err = wrong.getCommandLine().getErr();
                    err.println(wrong.getMessage());
                    err.println("--help lists the options");
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((wrong, command, parsed) -> {
                    if (wrong instanceof GatewayException) {
                        command.getErr().println(wrong.getMessage());
                        return ExitCode.FAILED;
                    }
                    throw wrong;
                });
    }

    @Override
    public Integer call() {
        if (exitOnStdinEof) {
            ParentWatch.start(System.in);
        }
        Endpoints endpoints = endpoints();
        try (CallFile calls = history.map(CallFile::begin).orElse(null);
                DecisionFile log = decisions.map(DecisionFile::begin).orElse(null)) {
            FaultRules rules = new FaultRules(seed, new SystemTime(clock), log == null ? line -> {} : log::write);
            faultFiles.forEach(rules::file);
            faults.forEach(rules::option);
            serve(new GatewaySettings(
                    endpoints,
                    rules.all(),
                    new Subjects(recordBodies, new EffectMappings(effects)),
                    calls == null ? CallRecorder.NONE : calls,
                    clock,
                    services.signing()));
            return ExitCode.OK;
        } catch (InvalidFaultException | HistoryException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Endpoints endpoints() {
        try {
            return services.endpoints();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void serve(GatewaySettings settings) {
        PrintWriter out = spec.commandLine().getOut();
        try (Gateway gateway = Gateway.start(settings)) {
            Map<String, Integer> wanted = ports.isEmpty() ? Map.of("client", 0) : ports;
            wanted.forEach(
                    (name, port) -> out.println("gateway ready: " + name + " " + gateway.listen(name, checked(port))));
            settings.signing().ifPresent(signing -> printEnvironment(out, signing));
            out.flush();
            while (!shutdown.requestedWithin(UNTIL_ASKED)) {
                // An hour has passed, and nobody has asked.
            }
        }
    }

    /** What a program must have in its environment to be served. */
    private static void printEnvironment(PrintWriter out, Signing signing) {
        out.println("AWS_ACCESS_KEY_ID=" + signing.callerCredentials().accessKeyId());
        out.println("AWS_SECRET_ACCESS_KEY=" + signing.callerCredentials().secretAccessKey());
        out.println("AWS_REGION=" + signing.region());
    }

    private int checked(int port) {
        if (port < 0 || port > MOST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port: " + port + " is not accepted: expected 0 to " + MOST_PORT);
        }
        return port;
    }
}
