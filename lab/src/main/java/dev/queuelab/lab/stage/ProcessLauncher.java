package dev.queuelab.lab.stage;

import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.lab.process.ChildEnvironment;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.lab.process.Children;
import dev.queuelab.lab.process.Programs;
import dev.queuelab.lab.wire.RunGateway;
import dev.queuelab.scenarios.check.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Starts the processes of one run: names them, points them at the stack and at their history and log. */
final class ProcessLauncher {
    private final RunContext run;
    private final Programs programs;
    private final Children children;
    private final Optional<RunGateway> gateway;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<ChildProcess> producers = new ArrayList<>();

    ProcessLauncher(RunContext run, Programs programs, Children children, Optional<RunGateway> gateway) {
        this.run = run;
        this.programs = programs;
        this.children = children;
        this.gateway = gateway;
    }

    /**
     * The name of the next process of this program.
     *
     * @param label what it ends with; its number among the processes of this program, if it has none
     */
    String nextName(String program, Optional<String> label) {
        int number = numbers.merge(program, 1, Integer::sum);
        String name = Labels.process(program, label.orElse(Integer.toString(number)));
        if (!names.add(name)) {
            throw new StageException("there is a process " + name + " already: each label names one process");
        }
        return name;
    }

    /** Starts {@code program} under its {@link #nextName name}, with these knobs and no others. */
    ChildProcess start(String program, String name, List<String> arguments, Map<String, String> knobs) {
        int number = numbers.getOrDefault(program, 0);
        ChildEnvironment reach = run.environment().forChildren();

        Map<String, String> variables = new HashMap<>(reach.set());
        variables.putAll(ownVariables(name));
        variables.put(Knobs.SEED.name(), Long.toString(run.seed() + number));
        variables.putAll(knobs);

        Set<String> removed = new HashSet<>(reach.removed());
        Knobs.ALL.stream().map(Knob::name).forEach(removed::add);

        boolean foreign = programs.isForeign(program);
        ChildEnvironment direct = new ChildEnvironment(removed, variables);
        ChildEnvironment environment = programs.environment(
                program, gateway.map(passed -> passed.reach(name, direct)).orElse(direct));
        ChildProcess.Launch launch = new ChildProcess.Launch(
                name,
                foreign ? programs.command(program, arguments) : isolated(programs.command(program, arguments)),
                foreign ? environment : environment.forOurProgram(),
                run.folder().log(name));
        Consumer<String> echo = line -> run.listener().childLine(name, line);
        ChildProcess process =
                foreign ? children.startForeign(launch, echo, programs.dist()) : children.start(launch, echo);
        if (program.equals(Labels.PRODUCER)) {
            producers.add(process);
        }
        return process;
    }

    /** Whether a producer is running. */
    boolean isProducing() {
        return producers.stream().anyMatch(ChildProcess::isAlive);
    }

    /** On an emulator without the AWS SDK's system properties that the environment's JVM options may hold. */
    private List<String> isolated(List<String> command) {
        boolean emulator = run.environment().outputs().endpoints().isPresent();
        return command.stream()
                .filter(word -> !emulator || !word.startsWith("-Daws."))
                .toList();
    }

    /** Whether another program is started in this one's place. */
    boolean isForeign(String program) {
        return programs.isForeign(program);
    }

    private Map<String, String> ownVariables(String name) {
        Stack stack = run.stack();
        return Map.of(
                Knobs.QUEUE_URL.name(), stack.queueUrl(),
                Knobs.MESSAGE_STATUS_TABLE.name(), stack.messageStatusTable(),
                Knobs.MESSAGE_SIDE_EFFECTS_TABLE.name(), stack.messageSideEffectsTable(),
                Knobs.HISTORY_PATH.name(), run.folder().history(name).toString(),
                Knobs.PROCESS_NAME.name(), name,
                Knobs.EXIT_ON_STDIN_EOF.name(), "1");
    }
}
