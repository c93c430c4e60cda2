package dev.queuelab.lab.stage;

import dev.queuelab.lab.runstore.EvidenceDocument;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Evidence;
import dev.queuelab.scenarios.check.Exhibit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a play comes to: evidence is gathered, put on record, and judged or shown. */
final class Judging {
    private final RunContext scene;
    private final StackView stack;
    private final List<Check.Result> results = new ArrayList<>();

    Judging(RunContext scene, StackView stack) {
        this.scene = scene;
        this.stack = stack;
    }

    /** @param silent consumers that keep no history */
    void check(Set<String> silent, Check... checks) {
        Evidence evidence = stack.evidence(silent);
        EvidenceDocument.write(scene.folder(), evidence, scene.clock().instant());
        for (Check check : checks) {
            Check.Result result = check.on(evidence);
            scene.narrator().checked(result);
            results.add(result);
        }
    }

    /** @param silent consumers that keep no history */
    void show(Set<String> silent, Exhibit... exhibits) {
        Evidence evidence = stack.evidence(silent);
        for (Exhibit exhibit : exhibits) {
            scene.narrator().shown(exhibit.name(), exhibit.draw().apply(evidence));
        }
    }

    /** Of all checks so far. */
    List<Check.Result> results() {
        return List.copyOf(results);
    }
}
