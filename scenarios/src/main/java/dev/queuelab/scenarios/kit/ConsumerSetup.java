package dev.queuelab.scenarios.kit;

import dev.queuelab.core.call.CallBreak;
import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import java.time.Duration;
import java.util.List;

/** A consumer, as it is to be started. */
public interface ConsumerSetup {

    <T> ConsumerSetup with(Knob<T> knob, T value);

    /** It dies suddenly after its first receive, before the work. */
    default ConsumerSetup crashAfterReceive() {
        return with(Knobs.CRASH_AFTER_RECEIVE, true);
    }

    /** It dies suddenly, right after its first side effect and before its bookkeeping. */
    default ConsumerSetup crashAfterSideEffect() {
        return with(Knobs.CRASH_AFTER_SIDE_EFFECT, true);
    }

    /**
     * Calls of it are broken at the gateway, one for each message that it receives: of the first message the first of these,
     * and so on. A scenario that asks for this needs the gateway: see {@link Scenario#needsGateway()}.
     */
    ConsumerSetup breaking(List<CallBreak> breaks);

    /** No call of it receives more than so many messages, whatever it asks for. This needs the gateway, too. */
    ConsumerSetup receivingAtMost(int most);

    /** It receives so many messages, and then no more. This needs the gateway, too. */
    ConsumerSetup receivingInTotal(int total);

    /** The work on each message takes this long. */
    default ConsumerSetup workFor(Duration time) {
        return with(Knobs.SIDE_EFFECT_DELAY_SECONDS, Seconds.of(time));
    }

    /** Starts the consumer, which then runs beside the scenario. */
    RunningConsumer start();

    /** Runs a consumer that is set to crash, until it does. */
    default void runUntilCrash() {
        start().awaitCrash();
    }

    /** It does not wait for messages at the queue, so that it can be stopped at once. */
    default ConsumerSetup withShortPolls() {
        return with(Knobs.WAIT_TIME_SECONDS, 0);
    }

    /** Runs a consumer with short polls until the queue is drained, then stops it. */
    default void runUntilDrained(Stage stage) {
        RunningConsumer consumer = withShortPolls().start();
        stage.awaitDrained();
        stage.stop(consumer);
    }
}
