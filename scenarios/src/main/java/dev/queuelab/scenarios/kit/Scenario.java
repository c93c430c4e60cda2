package dev.queuelab.scenarios.kit;

import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.Evidence;
import dev.queuelab.scenarios.check.LivenessChecks;
import dev.queuelab.scenarios.check.LossChecks;
import dev.queuelab.scenarios.check.QueueChecks;
import dev.queuelab.scenarios.check.ReportTable;
import dev.queuelab.scenarios.check.ShutdownChecks;
import dev.queuelab.scenarios.check.WireChecks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A failure mode: how it is provoked, and what must be true afterwards. The class is annotated with picocli's
 * {@code @Command}, whose {@code description} is the claim in one sentence; its options are the scenario's parameters. Its
 * command is the class name in kebab case, its pace is its package: see {@link Catalogue}.
 */
public interface Scenario {
    List<Check> EVERY_RUN = List.of(
            QueueChecks.DRAINED,
            LossChecks.NOTHING_UNEXPECTED,
            EffectChecks.PERFORMED_ONCE,
            ShutdownChecks.STOPPED_CLEANLY);

    /** Of every run whose calls passed the gateway. */
    List<Check> OF_RECORDED_CALLS = List.of(WireChecks.HISTORIES_AGREE);

    /**
     * Faults of the gateway, as its options have them, without which an emulator does not behave as Amazon SQS does in what
     * the scenario is about.
     */
    default List<String> emulations() {
        return List.of();
    }

    /** Faults of the gateway, as its options have them, that the scenario is about, in every environment. */
    default List<String> faults() {
        return List.of();
    }

    /** Whether its calls must pass the gateway, in every environment, since it breaks them there. */
    default boolean needsGateway() {
        return !faults().isEmpty();
    }

    /** What is wrong with the options taken together: a sentence that names the value and what is accepted. */
    default Optional<String> invalidOptions() {
        return Optional.empty();
    }

    /**
     * About how long a play waits for what no computer makes shorter, such as a redelivery. A suite begins with the scenarios
     * that wait longest; nothing is judged by it.
     *
     * @param visibilityTimeout the queue's own
     */
    default Duration expectedWait(Duration visibilityTimeout) {
        return visibilityTimeout;
    }

    /**
     * What a consumer must do by our contract so that this can be played with it; of one that does not, nothing is judged.
     */
    default List<Need> needs() {
        return List.of();
    }

    /** What {@link #play} does, one sentence a step, for people. */
    List<String> steps();

    /** Provokes the failure, once. It judges nothing. An instance plays at most once. */
    void play(Stage stage);

    /** What the evidence of a play must show, besides what every run must. */
    List<Check> checks();

    /**
     * All checks, those of every run first. A stored run is judged by them again, so that they rest on nothing but the
     * evidence.
     */
    default List<Check> allChecks() {
        return Stream.concat(EVERY_RUN.stream(), checks().stream()).toList();
    }

    /**
     * The checks by which a run is judged: all, and those of recorded calls where the gateway saw them. Where a consumer
     * ended the play before its end, those of its liveness alone; where it lacks what the scenario needs, that alone.
     */
    default List<Check> checksFor(Evidence evidence) {
        if (LivenessChecks.isCutShort(evidence)) {
            return LivenessChecks.ALL;
        }
        List<Need> missing =
                needs().stream().filter(need -> !need.isMet(evidence)).toList();
        if (!missing.isEmpty()) {
            return List.of(Applicability.without(missing));
        }
        return evidence.wire().isEmpty()
                ? allChecks()
                : Stream.concat(allChecks().stream(), OF_RECORDED_CALLS.stream())
                        .toList();
    }

    /** What the evidence also shows, as tables. */
    default List<ReportTable> tables() {
        return List.of();
    }

    /** The same scenario with a protection taken out, once for each; each must break the requirements that it names. */
    List<Control> controls();
}
