package dev.queuelab.gateway.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Headers of a request or a reply; their names are in any case. */
public final class Headers {
    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Headers() {}

    public static Headers of(Map<String, List<String>> values) {
        Headers headers = new Headers();
        values.forEach((name, all) -> headers.values.put(name, List.copyOf(all)));
        return headers;
    }

    /** Reads them one by one, in the order in which they came. */
    public static final class Builder {
        private final Headers headers = new Headers();

        private Builder() {}

        public Builder add(String name, String value) {
            headers.values.merge(name, List.of(value), Builder::joined);
            return this;
        }

        private static List<String> joined(List<String> some, List<String> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }

        /** The headers; nothing is added afterwards. */
        public Headers build() {
            return headers;
        }
    }

    public static Builder builder() {
        return new Builder();
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
        Headers changed = copy();
        changed.values.put(name, List.of(value));
        return changed;
    }

    public Headers without(String name) {
        Headers changed = copy();
        changed.values.remove(name);
        return changed;
    }

    private Headers copy() {
        Headers copy = new Headers();
        copy.values.putAll(values);
        return copy;
    }

    public void forEach(BiConsumer<String, String> action) {
        values.forEach((name, all) -> all.forEach(value -> action.accept(name, value)));
    }
}
