package dev.queuelab.lab.wire;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.core.history.History;
import dev.queuelab.gateway.breakpoint.Interceptor;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.SystemTime;
import dev.queuelab.gateway.history.CallFile;
import dev.queuelab.gateway.history.DecisionFile;
import dev.queuelab.gateway.history.WireHistory;
import dev.queuelab.gateway.proxy.Endpoints;
import dev.queuelab.gateway.proxy.Gateway;
import dev.queuelab.gateway.proxy.GatewaySettings;
import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.EnvironmentException;
import dev.queuelab.lab.process.ChildEnvironment;
import dev.queuelab.lab.runstore.RunFolder;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The gateway of one run: each process has a port of its own, and what passes is recorded in the run's folder. */
public final class RunGateway implements AutoCloseable {
    /** The name of the runner's own calls: purges and redrives. */
    public static final String OPERATOR = "operator";

    private static final String QUEUE_URL = "QUEUE_URL";

    private final Gateway gateway;
    private final CallFile calls;
    private final DecisionFile decisions;
    private final WireHistory history;
    private final Map<String, URI> addresses = new ConcurrentHashMap<>();

    private RunGateway(Gateway gateway, CallFile calls, DecisionFile decisions, WireHistory history) {
        this.gateway = gateway;
        this.calls = calls;
        this.decisions = decisions;
        this.history = history;
    }

    /**
     * Starts the gateway before an environment.
     *
     * @param further faults besides the plan's
     * @throws EnvironmentException if the environment is not an emulator
     */
    public static RunGateway start(
            Environment environment, RunFolder folder, GatewayPlan plan, List<String> further, long seed, Clock clock) {
        AwsAccess.Endpoints services = environment
                .outputs()
                .endpoints()
                .orElseThrow(() -> new EnvironmentException("the gateway stands before emulators only, and "
                        + environment.description() + " is none: use --no-gateway"));
        CallFile calls = CallFile.begin(folder.calls());
        DecisionFile decisions = DecisionFile.begin(folder.decisions());
        WireHistory history = new WireHistory();
        Gateway gateway = Gateway.start(new GatewaySettings(
                new Endpoints(services.sqs(), services.dynamoDb()),
                plan.with(further)
                        .rules(seed, new SystemTime(clock), decisions::write)
                        .all(),
                new Subjects(false),
                fact -> {
                    calls.record(fact);
                    history.record(fact);
                },
                clock));
        return new RunGateway(gateway, calls, decisions, history);
    }

    private URI address(String process) {
        return addresses.computeIfAbsent(process, name -> gateway.listen(name, 0));
    }

    /** Where the process finds both services. */
    public AwsAccess.Endpoints endpoints(String process) {
        return new AwsAccess.Endpoints(address(process), address(process));
    }

    /** The variables of a process, which lead to the gateway instead of the services. */
    public ChildEnvironment reach(String process, ChildEnvironment direct) {
        String url = address(process).toString();
        Map<String, String> variables = new HashMap<>(direct.set());
        variables.put("AWS_ENDPOINT_URL_SQS", url);
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", url);
        variables.computeIfPresent(
                QUEUE_URL, (name, queue) -> url + URI.create(queue).getRawPath());
        return new ChildEnvironment(direct.removed(), variables);
    }

    /** From now on the calls of this process pass the interceptor. */
    public void intercept(String process, Interceptor interceptor) {
        gateway.intercept(process, interceptor);
    }

    /** What it has seen so far. */
    public WireHistory history() {
        return history;
    }

    /** What it has seen so far of one process. */
    public History historyOf(String process) {
        return history.of(process);
    }

    @Override
    public void close() {
        try (decisions;
                calls) {
            gateway.close();
        }
    }
}
