package dev.queuelab.scenarios.kit;

import dev.queuelab.core.knob.Knob;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Precondition;
import dev.queuelab.scenarios.check.Requirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A scenario with a protection taken out. If nothing breaks then, the scenario's checks are blind.
 *
 * @param options given to the scenario, as on its command line
 * @param knobs set on every consumer of the scenario, over what the scenario itself sets, by name
 * @param breaks names of the requirements that must fail: all of these and no others
 * @param needs name of the precondition that shows whether the environment behaves as the control needs
 */
public record Control(
        String name, List<String> options, Map<String, String> knobs, Set<String> breaks, Optional<String> needs) {

    public static Control named(String name) {
        return new Control(name, List.of(), Map.of(), Set.of(), Optional.empty());
    }

    public <T> Control with(Knob<T> knob, T value) {
        Map<String, String> more = new LinkedHashMap<>(knobs);
        more.put(knob.name(), knob.render(value));
        return new Control(name, options, more, breaks, needs);
    }

    /** For a protection that is not the consumer's: an option makes the scenario do without it. */
    public Control withOptions(String... further) {
        return new Control(name, List.of(further), knobs, breaks, needs);
    }

    public Control breaks(Requirement... requirements) {
        Set<String> names = Stream.of(requirements).map(Check::name).collect(Collectors.toUnmodifiableSet());
        return new Control(name, options, knobs, names, needs);
    }

    /**
     * The protection that is taken out: the knobs that do without it, or if there are none, the options. Where there are
     * both, the options only make room for the knobs.
     */
    public String protection() {
        return knobs.isEmpty()
                ? String.join(" ", options)
                : knobs.entrySet().stream()
                        .map(knob -> knob.getKey() + "=" + knob.getValue())
                        .collect(Collectors.joining(" "));
    }

    /** Where this is skipped, so is the control: its protection stands against what does not happen there. */
    public Control needs(Precondition precondition) {
        return new Control(name, options, knobs, breaks, Optional.of(precondition.name()));
    }
}
