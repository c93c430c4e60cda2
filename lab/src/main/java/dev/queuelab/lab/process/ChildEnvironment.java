package dev.queuelab.lab.process;

import java.util.Map;
import java.util.Set;

/**
 * How a child's variables differ from this program's.
 *
 * @param removed variables that the child must not inherit
 * @param set variables that the child gets, whatever it would inherit
 */
public record ChildEnvironment(Set<String> removed, Map<String, String> set) {
    void apply(Map<String, String> variables) {
        variables.keySet().removeAll(removed);
        variables.putAll(set);
    }
}
