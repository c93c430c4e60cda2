package dev.queuelab.lab.stage;

import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.lab.process.ChildEnvironment;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.lab.process.Children;
import dev.queuelab.lab.process.Programs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts the processes of one play: names them, points them at the stack and at their history and log. */
final class ProcessLauncher {
    private final RunContext scene;
    private final Programs programs;
    private final Children children;
    private final Map<String, Integer> numbers = new HashMap<>();

    ProcessLauncher(RunContext scene, Programs programs, Children children) {
        this.scene = scene;
        this.programs = programs;
        this.children = children;
    }

    /** Starts the next {@code program}: consumer-1, consumer-2. It gets these knobs and inherits no others. */
    ChildProcess start(String program, List<String> arguments, Map<String, String> knobs) {
        int number = numbers.merge(program, 1, Integer::sum);
        String name = program + "-" + number;
        ChildEnvironment reach = scene.environment().forChildren();

        Map<String, String> variables = new HashMap<>(reach.set());
        variables.putAll(ownVariables(name));
        variables.put(Knobs.SEED.name(), Long.toString(scene.seed() + number));
        variables.putAll(knobs);

        Set<String> removed = new HashSet<>(reach.removed());
        Knobs.ALL.stream().map(Knob::name).forEach(removed::add);

        ChildProcess.Launch launch = new ChildProcess.Launch(
                name,
                programs.command(program, arguments),
                new ChildEnvironment(removed, variables),
                scene.folder().log(name));
        ChildProcess child = children.start(launch, line -> scene.narrator().childLine(name, line));
        if (programs.isForeign(program)) {
            children.guard(child, programs.dist());
        }
        return child;
    }

    /** Whether another program is started in this one's place. */
    boolean isForeign(String program) {
        return programs.isForeign(program);
    }

    private Map<String, String> ownVariables(String name) {
        Stack stack = scene.stack();
        return Map.of(
                Knobs.QUEUE_URL.name(), stack.queueUrl(),
                Knobs.MESSAGE_STATUS_TABLE.name(), stack.messageStatusTable(),
                Knobs.MESSAGE_SIDE_EFFECTS_TABLE.name(), stack.messageSideEffectsTable(),
                Knobs.HISTORY_PATH.name(), scene.folder().history(name).toString(),
                Knobs.PROCESS_NAME.name(), name,
                Knobs.EXIT_ON_STDIN_EOF.name(), "1");
    }
}
