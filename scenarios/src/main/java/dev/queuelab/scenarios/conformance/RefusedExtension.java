package dev.queuelab.scenarios.conformance;

import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Need;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.Scenario;
import dev.queuelab.scenarios.kit.Stage;
import java.time.Duration;
import java.util.List;

/** A heartbeat that the queue refuses, while another consumer waits for whatever becomes visible. */
abstract class RefusedExtension implements Scenario {
    static final String WORKER = "worker";

    private static final String HEIR = "heir";
    private static final int BEATS_IN_A_TIMEOUT = 4;

    @Override
    public final List<Need> needs() {
        return List.of(Need.HEARTBEAT);
    }

    /** One consumer works on a message for so long; it receives no other, and not the same once more. */
    static void workBesideAnother(Stage stage, Duration work) {
        stage.producer().send(1);
        RunningConsumer worker =
                consumer(stage, WORKER).workFor(work).receivingInTotal(1).start();
        worker.awaitWorking();
        RunningConsumer heir = consumer(stage, HEIR).start();
        heir.awaitBegun();
        stage.stopwatch().await(work, "the work to end");
        stage.awaitDrained();
        stage.stop(worker, heir);
    }

    private static ConsumerSetup consumer(Stage stage, String label) {
        return stage.consumer(label)
                .with(Knobs.HEARTBEAT_SECONDS, Seconds.of(stage.queue().visibilityTimeout()) / BEATS_IN_A_TIMEOUT)
                .withShortPolls();
    }
}
