package dev.queuelab.gateway.fault;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** All faults, by name. */
public final class Catalogue {
    private static final SortedMap<String, Class<? extends Fault>> FAULTS = load();

    private Catalogue() {}

    private static SortedMap<String, Class<? extends Fault>> load() {
        SortedMap<String, Class<? extends Fault>> faults = new TreeMap<>();
        ServiceLoader.load(Fault.class, Catalogue.class.getClassLoader()).stream()
                .forEach(provider -> {
                    Class<? extends Fault> type = provider.type();
                    if (faults.put(definition(type).name(), type) != null) {
                        throw new IllegalStateException(
                                "two faults are named " + definition(type).name());
                    }
                });
        return Collections.unmodifiableSortedMap(faults);
    }

    public static SortedMap<String, Class<? extends Fault>> all() {
        return FAULTS;
    }

    public static Definition definition(Class<? extends Fault> fault) {
        Definition definition = fault.getAnnotation(Definition.class);
        if (definition == null) {
            throw new IllegalStateException(fault + " has no @Definition");
        }
        return definition;
    }

    /** The fields that a rule may set. */
    public static List<Field> parameters(Class<? extends Fault> fault) {
        return Arrays.stream(fault.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Parameter.class))
                .toList();
    }
}
