package dev.queuelab.runner.cli;

import dev.queuelab.lab.environment.Environment;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.lab.run.ScenarioOptions;
import dev.queuelab.report.results.PlannedRun;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Control;
import dev.queuelab.scenarios.kit.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * One run that a command asks for.
 *
 * @param scenario with its options set
 */
record RunRequest(Catalogue.Entry entry, Scenario scenario, Optional<Control> control) {
    /** Amazon SQS API reference, "CreateQueue": the default. */
    private static final Duration UNDECLARED_VISIBILITY_TIMEOUT = Duration.ofSeconds(30);

    /** Starts and stops of a few processes. */
    private static final Duration BESIDES_WAITING = Duration.ofSeconds(3);

    /** A scenario with its options at their defaults. */
    static RunRequest of(Catalogue.Entry entry) {
        return new RunRequest(entry, ScenarioOptions.set(entry.create().get(), List.of()), Optional.empty());
    }

    /** One run for each control of a scenario. */
    static Stream<RunRequest> controlsOf(Catalogue.Entry entry) {
        return entry.create().get().controls().stream()
                .map(control -> new RunRequest(
                        entry, ScenarioOptions.set(entry.create().get(), control.options()), Optional.of(control)));
    }

    PlannedRun planned() {
        return control.map(taken -> PlannedRun.of(entry, taken)).orElseGet(() -> PlannedRun.of(entry));
    }

    /** The key of its stack there. */
    String stackIn(Environment environment) {
        return stack(environment).map(Stack::key).orElse(entry.name());
    }

    /** About how long it takes there, so that a suite can begin with what is long. */
    Duration expectedIn(Environment environment) {
        Duration visibilityTimeout = stack(environment)
                .map(stack -> stack.declared().visibilitySeconds())
                .filter(OptionalInt::isPresent)
                .map(seconds -> Duration.ofSeconds(seconds.getAsInt()))
                .orElse(UNDECLARED_VISIBILITY_TIMEOUT);
        return scenario.expectedWait(visibilityTimeout).plus(BESIDES_WAITING);
    }

    private Optional<Stack> stack(Environment environment) {
        Map<String, Stack> stacks = environment.outputs().stacks();
        return entry.stackAmong(stacks.keySet()).map(stacks::get);
    }

    /** The run's heading on the console. */
    String title() {
        return entry.name() + control.map(taken -> ", control " + taken.name()).orElse("");
    }

    /** What the run is to show, in one line. */
    String claim() {
        return control.map(RunRequest::describe).orElse(entry.claim());
    }

    private static String describe(Control control) {
        List<String> changes = new ArrayList<>(control.options());
        control.knobs().forEach((knob, value) -> changes.add(knob + "=" + value));
        return "with " + String.join(" ", changes) + ", \""
                + String.join("\", \"", control.breaks().stream().sorted().toList()) + "\" must fail";
    }
}
