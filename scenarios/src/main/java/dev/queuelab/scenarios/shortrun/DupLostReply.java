package dev.queuelab.scenarios.shortrun;

import com.google.auto.service.AutoService;
import dev.queuelab.core.call.CallBreak;
import dev.queuelab.core.call.CallBreak.Way;
import dev.queuelab.core.knob.Idempotency;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.scenarios.check.BrokenCallChecks;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.ReportTable;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * A network may lose the reply to any call, after the service has done what was asked. The SDK then makes the call again, and
 * meets its own work; or every try is lost, and the consumer does not know what it has done. The calls are found by watching
 * a consumer work.
 */
@Command(
        description =
                "The reply to any call may be lost after the service has done it: nothing is lost, and nothing done twice.")
@AutoService(Scenario.class)
public final class DupLostReply implements Scenario {
    private static final List<Way> WAYS = List.of(Way.FIRST_REPLY_LOST, Way.ALL_REPLIES_LOST);

    @Override
    public boolean needsGateway() {
        return true;
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Run a consumer that works on a message, and find the calls that it makes about it.",
                "Send two messages for each of these calls.",
                "Run a consumer that receives one message a call until the queue is drained. Of each message it loses the reply"
                        + " to one call: the first reply, or all, whatever its SDK repeats.");
    }

    @Override
    public void play(Stage stage) {
        stage.producer().send(1);
        RunningConsumer watched = stage.consumer().withShortPolls().start();
        stage.awaitDrained();
        stage.stop(watched);

        List<CallBreak> breaks = watched.callsAboutFirstMessage().stream()
                .flatMap(call -> WAYS.stream().map(way -> new CallBreak(call, way)))
                .toList();
        stage.producer().send(breaks.size());
        stage.consumer().receivingAtMost(1).breaking(breaks).runUntilDrained(stage);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                QueueChecks.NOTHING_DEAD_LETTERED,
                LossChecks.NOTHING_LOST,
                LossChecks.ALL_COMPLETED,
                BrokenCallChecks.everyCallBroken(WAYS));
    }

    @Override
    public List<ReportTable> tables() {
        return List.of(BrokenCallChecks.TABLE);
    }

    @Override
    public List<Control> controls() {
        return List.of(Control.named("no-idempotency")
                .with(Knobs.IDEMPOTENCY, Idempotency.NONE)
                .breaks(EffectChecks.PERFORMED_ONCE));
    }
}
