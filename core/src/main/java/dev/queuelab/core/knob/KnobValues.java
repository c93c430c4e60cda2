package dev.queuelab.core.knob;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of every knob, read from a set of variables. */
public final class KnobValues {
    /** By the knobs' names. */
    private final Map<String, Object> values;

    private KnobValues(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Reads every knob from {@code variables}; an absent variable stands for the knob's default.
     *
     * @param problems where to add a sentence for each knob whose value is not accepted
     */
    public static KnobValues read(Map<String, String> variables, List<String> problems) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Knob<?> knob : Knobs.ALL) {
            try {
                values.put(knob.name(), value(knob, variables));
            } catch (BadKnobException e) {
                problems.add(e.getMessage());
            }
        }
        return new KnobValues(values);
    }

    private static <T> T value(Knob<T> knob, Map<String, String> variables) {
        return knob.parse(variables.getOrDefault(knob.name(), knob.defaultText()));
    }

    /** The knob's value. It must not be asked of a knob that was reported as a problem. */
    @SuppressWarnings("unchecked") // read() put a T under every Knob<T>
    public <T> T get(Knob<T> knob) {
        return (T) Optional.ofNullable(values.get(knob.name()))
                .orElseThrow(() -> new IllegalStateException(knob.name() + " has no accepted value"));
    }

    /** The knobs that are not at their default, as name and text, for the history. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        Knobs.ALL.stream()
                .filter(knob -> values.containsKey(knob.name()))
                .forEach(knob -> addUnlessDefault(knob, settings));
        return settings;
    }

    private <T> void addUnlessDefault(Knob<T> knob, Map<String, String> settings) {
        if (!get(knob).equals(knob.parse(knob.defaultText()))) {
            settings.put(knob.name(), knob.render(get(knob)));
        }
    }
}
