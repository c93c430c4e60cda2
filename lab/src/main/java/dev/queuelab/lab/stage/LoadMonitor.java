package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.core.history.Recorder;
import dev.queuelab.scenarios.check.Backlog;
import dev.queuelab.scenarios.scaling.Decision;
import dev.queuelab.scenarios.scaling.Load;
import java.time.Duration;

/** The load that a story's decisions are made of, and the record of these. */
final class LoadMonitor {
    private final RunContext scene;
    private final StackView stack;
    private final Recorder chronicle;

    LoadMonitor(RunContext scene, StackView stack, Recorder chronicle) {
        this.scene = scene;
        this.stack = stack;
        this.chronicle = chronicle;
    }

    /** @param told whether all consumers tell what they have done; else no age is known */
    Load load(boolean told) {
        long waiting = stack.depth().waiting();
        if (!told) {
            return new Load(waiting, Duration.ZERO);
        }
        Backlog backlog = Backlog.at(
                scene.clock().instant(), HistoryReader.readFolder(scene.folder().histories()));
        return new Load(waiting, backlog.oldestAge());
    }

    void decided(Decision decision) {
        Load load = decision.load();
        chronicle.record(new Event.ScalingDecided(
                decision.consumers(),
                decision.wanted(),
                load.waiting(),
                load.oldestAge().toMillis() / 1000.0,
                decision.reason()));
        String told = decision.isSteady()
                ? decision.consumers() + (decision.consumers() == 1 ? " consumer is enough" : " consumers are enough")
                : "from " + decision.consumers() + " to " + decision.wanted() + " consumers";
        scene.narrator().step("scaling: " + told + ", since " + decision.reason());
    }
}
