package dev.queuelab.lab.process;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How a child's variables differ from this program's.
 *
 * @param removed variables that the child must not inherit
 * @param set variables that the child gets, whatever it would inherit
 */
public record ChildEnvironment(Set<String> removed, Map<String, String> set) {
    /** That of a program of ours which needs nothing else, such as the sandbox. */
    public static ChildEnvironment ofOurProgram() {
        return new ChildEnvironment(JvmOptions.VARIABLES, Map.of());
    }

    /** The same for a program of ours: its command has what it gets of the {@link JvmOptions}. */
    public ChildEnvironment forOurProgram() {
        Set<String> all = new HashSet<>(removed);
        all.addAll(JvmOptions.VARIABLES);
        return new ChildEnvironment(all, set);
    }

    void apply(Map<String, String> variables) {
        variables.keySet().removeAll(removed);
        variables.putAll(set);
    }
}
