package dev.queuelab.scenarios.kit;

import dev.queuelab.core.knob.Knob;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A story with a protection taken out. If it passes all the same, the story's checks are blind.
 *
 * @param knobs set on every consumer of the story, over what the story itself sets, by name
 * @param breaks names of the checks that must fail; all of these and no others
 */
public record Control(String name, Map<String, String> knobs, Set<String> breaks) {

    public static Control named(String name) {
        return new Control(name, Map.of(), Set.of());
    }

    public <T> Control with(Knob<T> knob, T value) {
        Map<String, String> more = new LinkedHashMap<>(knobs);
        more.put(knob.name(), knob.render(value));
        return new Control(name, more, breaks);
    }

    public Control breaks(String... checks) {
        return new Control(name, knobs, Set.of(checks));
    }
}
