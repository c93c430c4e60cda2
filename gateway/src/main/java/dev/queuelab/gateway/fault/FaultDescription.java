package dev.queuelab.gateway.fault;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * A fault, for people.
 *
 * @param parameters each as a line: its name, its default and what it means
 */
public record FaultDescription(Definition definition, List<String> parameters) {

    public FaultDescription {
        parameters = List.copyOf(parameters);
    }

    /** Describes the fault of this name, which is in the {@link Catalogue}. */
    public static FaultDescription of(String name) {
        Class<? extends Fault> type = Catalogue.all().get(name);
        if (type == null) {
            throw new IllegalArgumentException("there is no fault " + name);
        }
        try {
            Fault fault = type.getDeclaredConstructor().newInstance();
            List<String> parameters = new ArrayList<>();
            for (Field field : Catalogue.parameters(type)) {
                field.setAccessible(true);
                Object value = field.get(fault);
                parameters.add(
                        field.getName() + " (default " + (value instanceof Enum<?> ? RuleReader.name(value) : value)
                                + "): " + field.getAnnotation(Parameter.class).value());
            }
            return new FaultDescription(Catalogue.definition(type), parameters);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not made as faults are", e);
        }
    }
}
