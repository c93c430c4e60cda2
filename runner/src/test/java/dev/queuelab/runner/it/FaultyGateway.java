package dev.queuelab.runner.it;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.FaultRules;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.proxy.Endpoints;
import dev.queuelab.gateway.proxy.Gateway;
import dev.queuelab.gateway.proxy.GatewaySettings;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gateways before a sandbox, each with faults of its own. */
final class FaultyGateway implements BeforeAllCallback, AfterEachCallback {
    static final List<String> SDKS = List.of("Java", "JavaScript");
    static final List<String> SQS_SDKS = List.of("Java", "JavaScript", "Java 1.x");

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<CallFact> facts = new CopyOnWriteArrayList<>();
    private ManualTime time = new ManualTime();
    private SharedServices services;

    @Override
    public void beforeAll(ExtensionContext context) {
        services = SharedServices.of(context);
    }

    /** Ends what {@link #with} has begun. */
    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (int last = open.size() - 1; last >= 0; last--) {
            open.remove(last).close();
        }
    }

    /** Where the sandbox itself listens. */
    AwsAccess.Endpoints endpoints() {
        return services.endpoints();
    }

    /** A client whose calls pass a gateway with these faults. */
    SdkClient with(String sdk, String... faults) {
        facts.clear();
        time = new ManualTime();
        FaultRules rules = new FaultRules(1, time, line -> {});
        for (String fault : faults) {
            rules.option(fault);
        }
        AwsAccess.Endpoints endpoints = services.endpoints();
        Gateway gateway = Gateway.start(new GatewaySettings(
                new Endpoints(endpoints.sqs(), endpoints.dynamoDb()),
                rules.all(),
                new Subjects(false),
                facts::add,
                Clock.systemUTC()));
        open.add(gateway);
        SdkClient client = client(sdk, gateway.listen("client", 0));
        open.add(client);
        return client;
    }

    private SdkClient client(String sdk, URI endpoint) {
        return switch (sdk) {
            case "Java" -> new JavaSdk(endpoint);
            case "Java 1.x" -> new QuerySdk(endpoint);
            default -> NodeSdk.start(services.nodeFolder(), endpoint);
        };
    }

    /** The faults that the calls of an operation have met. */
    List<String> met(String operation) {
        List<Long> calls = facts.stream()
                .filter(fact -> fact instanceof CallFact.Called called
                        && called.operation().equals(operation))
                .map(CallFact::call)
                .toList();
        return facts.stream()
                .filter(fact -> calls.contains(fact.call()))
                .filter(CallFact.Replied.class::isInstance)
                .flatMap(fact -> ((CallFact.Replied) fact).faults().stream())
                .toList();
    }

    List<CallFact> facts() {
        return List.copyOf(facts);
    }

    /** The time of the gateway's faults. */
    ManualTime time() {
        return time;
    }
}
