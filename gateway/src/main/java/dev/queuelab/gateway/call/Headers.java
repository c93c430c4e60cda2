package dev.queuelab.gateway.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Headers of a request or a reply; their names are in any case. */
public final class Headers {
    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Headers() {}

    public static Headers of(Map<String, List<String>> values) {
        Headers headers = new Headers();
        values.forEach((name, all) -> headers.values.put(name, List.copyOf(all)));
        return headers;
    }

    /** The first value. */
    public Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name)).map(all -> all.get(0));
    }

    /** All values, in their order; none if there is no such header. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The names, in lower case. */
    public Set<String> names() {
        return values.keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    public Headers with(String name, String value) {
        Headers changed = of(values);
        changed.values.put(name, List.of(value));
        return changed;
    }

    public Headers without(String name) {
        Headers changed = of(values);
        changed.values.remove(name);
        return changed;
    }

    public void forEach(BiConsumer<String, String> action) {
        values.forEach((name, all) -> all.forEach(value -> action.accept(name, value)));
    }
}
