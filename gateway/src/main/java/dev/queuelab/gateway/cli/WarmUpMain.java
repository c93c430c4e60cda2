package dev.queuelab.gateway.cli;

import dev.queuelab.core.process.ProcessLog;
import dev.queuelab.core.process.Shutdown;
import dev.queuelab.gateway.call.Subjects;
import dev.queuelab.gateway.fault.FaultRules;
import dev.queuelab.gateway.fault.SystemTime;
import dev.queuelab.gateway.history.CallFile;
import dev.queuelab.gateway.proxy.Endpoints;
import dev.queuelab.gateway.proxy.Gateway;
import dev.queuelab.gateway.proxy.GatewaySettings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Does once what gateway.jar does, so that a start-up archive that is written at its end has all classes: it reads a
 * command line, and one gateway forwards a call to another, which forwards it to nobody.
 */
public final class WarmUpMain {
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private WarmUpMain() {}

    public static void main(String[] args) throws IOException {
        ProcessLog.start();
        Clock clock = Clock.systemUTC();
        Path history = Files.createTempFile("queue-lab-warm-up-", ".jsonl");
        Files.delete(history);
        try (CallFile calls = CallFile.begin(history);
                Gateway last = Gateway.start(settings(NOBODY, calls, clock));
                Gateway first = Gateway.start(settings(last.listen("last", 0), calls, clock))) {
            call(first.listen("first", 0));
        } finally {
            Files.deleteIfExists(history);
        }
        Shutdown asked = Shutdown.never();
        asked.request();
        System.exit(GatewayCommand.commandLine(asked, clock).execute("--sqs=" + NOBODY, "--port=client=0"));
    }

    private static GatewaySettings settings(URI service, CallFile calls, Clock clock) {
        FaultRules rules = new FaultRules(1, new SystemTime(clock), line -> {});
        rules.option("reply-lost:operations=DeleteMessage");
        return new GatewaySettings(
                new Endpoints(service, service), rules.all(), new Subjects(false), calls, clock, Optional.empty());
    }

    private static void call(URI gateway) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) gateway.toURL().openConnection(Proxy.NO_PROXY);
        connection.setRequestProperty("X-Amz-Target", "AmazonSQS.SendMessage");
        connection.setDoOutput(true);
        connection
                .getOutputStream()
                .write("{\"QueueUrl\": \"http://h/0/q\", \"MessageBody\": \"{}\"}".getBytes(StandardCharsets.UTF_8));
        connection.getResponseCode();
        connection.disconnect();
    }
}
