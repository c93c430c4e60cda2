package dev.queuelab.lab.wire;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.gateway.breakpoint.Interceptor;
import dev.queuelab.gateway.call.EffectCall;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.FaultRules;
import dev.queuelab.gateway.fault.FaultWindow;
import dev.queuelab.gateway.fault.SystemTime;
import dev.queuelab.gateway.history.CallFile;
import dev.queuelab.gateway.history.DecisionFile;
import dev.queuelab.gateway.history.WireHistory;
import dev.queuelab.gateway.proxy.Gateway;
import dev.queuelab.gateway.proxy.GatewaySettings;
import dev.queuelab.gateway.signing.CallerCredentials;
import dev.queuelab.gateway.signing.Signing;
import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.process.ChildEnvironment;
import dev.queuelab.lab.runstore.RunFolder;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The gateway of one run: each process has a port of its own, and what passes is recorded in the run's folder. */
public final class RunGateway implements AutoCloseable {
    /** The name of the runner's own calls: purges and redrives. */
    public static final String OPERATOR = "operator";

    /** The user's own, in whose place a process gets the run's. */
    private static final Set<String> OWN_CREDENTIALS =
            Set.of("AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE");

    /** Numbers for the rules of a window, so that no two rules of a run have the same one. */
    private static final int RULES_OF_A_WINDOW = 1_000;

    private final Gateway gateway;
    private final CallFile calls;
    private final DecisionFile decisions;
    private final WireHistory history;
    private final String region;
    private final Optional<CallerCredentials> callers;
    private final long seed;
    private final Clock clock;
    private final AtomicInteger windows = new AtomicInteger();
    private final Map<String, URI> addresses = new ConcurrentHashMap<>();

    private RunGateway(
            Gateway gateway,
            CallFile calls,
            DecisionFile decisions,
            WireHistory history,
            String region,
            Optional<CallerCredentials> callers,
            long seed,
            Clock clock) {
        this.gateway = gateway;
        this.calls = calls;
        this.decisions = decisions;
        this.history = history;
        this.region = region;
        this.callers = callers;
        this.seed = seed;
        this.clock = clock;
    }

    /**
     * Starts the gateway before an environment. Before AWS it signs with the user's credentials, and serves only processes
     * that got this run's own.
     *
     * @param further faults besides the plan's
     */
    public static RunGateway start(
            Environment environment, RunFolder folder, GatewayPlan plan, List<String> further, long seed, Clock clock) {
        Services services = Services.of(environment);
        CallFile calls = CallFile.begin(folder.calls());
        DecisionFile decisions = DecisionFile.begin(folder.decisions());
        WireHistory history = new WireHistory();
        Gateway gateway = Gateway.start(new GatewaySettings(
                services.endpoints(),
                plan.with(further)
                        .rules(seed, new SystemTime(clock), decisions::write)
                        .all(),
                new Subjects(false, plan.effects()),
                fact -> {
                    calls.record(fact);
                    history.record(fact);
                },
                clock,
                services.signing()));
        return new RunGateway(
                gateway,
                calls,
                decisions,
                history,
                environment.outputs().region(),
                services.signing().map(Signing::callerCredentials),
                seed,
                clock);
    }

    private URI address(String process) {
        return addresses.computeIfAbsent(process, name -> gateway.listen(name, 0));
    }

    /** How the runner's own calls pass it. */
    public AwsAccess operatorAccess() {
        AwsAccess.Endpoints both = new AwsAccess.Endpoints(address(OPERATOR), address(OPERATOR));
        return callers.map(own -> AwsAccess.withKey(region, both, own.accessKeyId(), own.secretAccessKey()))
                .orElseGet(() -> AwsAccess.toEmulator(region, both));
    }

    /** The variables of a process, which lead to the gateway instead of the services, and to its external service. */
    public ChildEnvironment reach(String process, ChildEnvironment direct) {
        String url = address(process).toString();
        Map<String, String> variables = new HashMap<>(direct.set());
        variables.put("AWS_ENDPOINT_URL_SQS", url);
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", url);
        variables.put(Knobs.EFFECT_URL.name(), url + EffectCall.PATH);
        variables.computeIfPresent(
                Knobs.QUEUE_URL.name(), (name, queue) -> url + URI.create(queue).getRawPath());
        Set<String> removed = new HashSet<>(direct.removed());
        callers.ifPresent(own -> {
            variables.put("AWS_ACCESS_KEY_ID", own.accessKeyId());
            variables.put("AWS_SECRET_ACCESS_KEY", own.secretAccessKey());
            removed.addAll(OWN_CREDENTIALS);
        });
        return new ChildEnvironment(removed, variables);
    }

    /**
     * From now on all calls meet these rules, until the window is lifted.
     *
     * @param rules in the form {@code NAME:PARAMETER=VALUE,...}
     * @throws dev.queuelab.gateway.fault.InvalidFaultException if one cannot be used
     */
    public FaultWindow begin(List<String> rules) {
        FaultRules read = new FaultRules(
                seed, windows.incrementAndGet() * RULES_OF_A_WINDOW, new SystemTime(clock), decisions::write);
        rules.forEach(read::option);
        return gateway.begin(read.all());
    }

    /** From now on the calls of this process pass the interceptor. */
    public void intercept(String process, Interceptor interceptor) {
        gateway.intercept(process, interceptor);
    }

    /** From now on no long poll of this process goes on for longer than a second after its end, or while it is paused. */
    public void endPollsWith(String process, BooleanSupplier isReading) {
        gateway.endPollsWith(process, isReading);
    }

    /** What it has seen so far. */
    public WireHistory history() {
        return history;
    }

    @Override
    public void close() {
        try (decisions;
                calls) {
            gateway.close();
        }
    }
}
