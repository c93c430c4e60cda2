package dev.queuelab.scenarios.kit;

import dev.queuelab.core.knob.Knob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A story with a protection taken out. If it passes all the same, the story's checks are blind.
 *
 * @param options given to the story, as on its command line
 * @param knobs set on every consumer of the story, over what the story itself sets, by name
 * @param breaks names of the checks that must fail; all of these and no others
 * @param needs name of the check that tells whether the environment shows what the control needs
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

    /** For a protection that is not the consumer's: the story is told by an option to do without it. */
    public Control withOptions(String... further) {
        return new Control(name, List.of(further), knobs, breaks, needs);
    }

    public Control breaks(String... checks) {
        return new Control(name, options, knobs, Set.of(checks), needs);
    }

    /** Where this check is skipped, so is the control: its protection stands against what does not happen there. */
    public Control needs(String check) {
        return new Control(name, options, knobs, breaks, Optional.of(check));
    }
}
