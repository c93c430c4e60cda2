package dev.queuelab.gateway.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.gateway.call.Service;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads one rule from a JSON object. Its errors say where, which value, and what is accepted. */
final class RuleReader {
    static final String FAULT = "fault";
    static final String OPERATIONS = "operations";
    private static final String SERVICE = "service";
    private static final String PROCESS = "process";
    private static final String RESOURCE = "resource";
    private static final String SHARE = "share";
    private static final String AFTER = "after";
    private static final String TIMES = "times";
    private static final String TRIES = "tries";
    private static final Set<String> OF_EVERY_RULE =
            Set.of(FAULT, OPERATIONS, SERVICE, PROCESS, RESOURCE, SHARE, AFTER, TIMES, TRIES);

    private final long seed;
    private final int number;
    private final Time time;
    private final Consumer<String> decisionLog;

    /** @param number the rule's place among all: two rules of one fault decide each for itself */
    RuleReader(long seed, int number, Time time, Consumer<String> decisionLog) {
        this.seed = seed;
        this.number = number;
        this.time = time;
        this.decisionLog = decisionLog;
    }

    Rule read(JsonNode node, String where) {
        if (!(node instanceof ObjectNode rule)) {
            throw new InvalidFaultException(where + " is " + node + ": expected an object with a \"fault\"");
        }
        String name = rule.path(FAULT).asText();
        Class<? extends Fault> type = Catalogue.all().get(name);
        if (type == null) {
            throw new InvalidFaultException(where + ": there is no fault '" + name + "': expected one of "
                    + String.join(", ", Catalogue.all().keySet()));
        }
        Fault fault = fault(type, rule, where + " (" + name + ")");
        if (fault instanceof Timed timed) {
            timed.use(time);
        }
        return new Rule(
                name,
                fault,
                selector(type, rule, where + " (" + name + ")"),
                new Decisions(seed, number + " " + name, dose(rule, where + " (" + name + ")"), decisionLog));
    }

    private static Fault fault(Class<? extends Fault> type, ObjectNode rule, String where) {
        Set<String> accepted = new TreeSet<>(OF_EVERY_RULE);
        try {
            Fault fault = type.getDeclaredConstructor().newInstance();
            for (Field field : Catalogue.parameters(type)) {
                accepted.add(field.getName());
                if (rule.has(field.getName())) {
                    field.setAccessible(true);
                    field.set(fault, value(field, rule.get(field.getName()), where));
                }
            }
            rule.fieldNames().forEachRemaining(given -> {
                if (!accepted.contains(given)) {
                    throw new InvalidFaultException(
                            where + " has no parameter '" + given + "': expected " + String.join(", ", accepted));
                }
            });
            return fault;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not made as faults are", e);
        }
    }

    /** Whole numbers, texts, and names of an enumeration's constants. */
    private static Object value(Field field, JsonNode value, String where) {
        Parameter parameter = field.getAnnotation(Parameter.class);
        if (field.getType().isEnum()) {
            for (Object constant : field.getType().getEnumConstants()) {
                if (name(constant).equals(value.asText())) {
                    return constant;
                }
            }
            List<String> names = new ArrayList<>();
            for (Object constant : field.getType().getEnumConstants()) {
                names.add(name(constant));
            }
            throw wrong(where, field.getName(), value, "one of " + String.join(", ", names));
        }
        if (field.getType() == String.class) {
            return nonEmptyText(value, field.getName(), where);
        }
        long number = wholeNumber(value, where, field.getName(), parameter.from(), parameter.to());
        if (field.getType() == int.class) {
            return (int) number;
        }
        return number;
    }

    /** An enumeration's constant as it stands in a rule: in lower case, with hyphens. */
    static String name(Object constant) {
        return constant.toString().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Selector selector(Class<? extends Fault> type, ObjectNode rule, String where) {
        Set<String> possible = Set.of(Catalogue.definition(type).operations());
        Set<String> chosen = new TreeSet<>();
        JsonNode given = rule.path(OPERATIONS);
        if (!given.isMissingNode() && (!given.isArray() || given.isEmpty())) {
            throw wrong(where, OPERATIONS, given, "a list such as [\"ReceiveMessage\"]");
        }
        for (JsonNode operation : given) {
            if (!possible.isEmpty() && !possible.contains(operation.asText())) {
                throw wrong(where, OPERATIONS, operation, "some of " + String.join(", ", new TreeSet<>(possible)));
            }
            chosen.add(operation.asText());
        }
        if (!chosen.isEmpty()) {
            chosen.addAll(Set.of(Catalogue.definition(type).watches()));
        }
        String tries = rule.path(TRIES).asText("all");
        if (!Set.of("first", "all").contains(tries)) {
            throw wrong(where, TRIES, rule.path(TRIES), "first or all");
        }
        return new Selector(
                chosen.isEmpty() ? possible : chosen,
                service(rule, where),
                text(rule, PROCESS, where),
                text(rule, RESOURCE, where),
                tries.equals("first"));
    }

    private static Optional<Service> service(ObjectNode rule, String where) {
        return rule.has(SERVICE)
                ? Stream.of(Service.values())
                        .filter(service ->
                                name(service).equals(rule.get(SERVICE).asText()))
                        .findFirst()
                        .or(() -> {
                            throw wrong(where, SERVICE, rule.get(SERVICE), "sqs, dynamodb or effects");
                        })
                : Optional.empty();
    }

    private static Optional<String> text(ObjectNode rule, String name, String where) {
        return rule.has(name) ? Optional.of(nonEmptyText(rule.get(name), name, where)) : Optional.empty();
    }

    private static String nonEmptyText(JsonNode value, String name, String where) {
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw wrong(where, name, value, "a name");
        }
        return value.textValue();
    }

    private static Dose dose(ObjectNode rule, String where) {
        JsonNode share = rule.path(SHARE);
        if (!share.isMissingNode() && !(share.isNumber() && share.doubleValue() >= 0 && share.doubleValue() <= 1)) {
            throw wrong(where, SHARE, share, "a number from 0 to 1");
        }
        long after = rule.has(AFTER) ? wholeNumber(rule.get(AFTER), where, AFTER, 0, Integer.MAX_VALUE) : 0;
        OptionalLong times = rule.has(TIMES)
                ? OptionalLong.of(wholeNumber(rule.get(TIMES), where, TIMES, 1, Integer.MAX_VALUE))
                : OptionalLong.empty();
        return new Dose(share.isMissingNode() ? 1 : share.doubleValue(), after, times);
    }

    private static long wholeNumber(JsonNode value, String where, String name, long from, long to) {
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < from
                || value.longValue() > to) {
            throw wrong(where, name, value, "a whole number from " + from + " to " + to);
        }
        return value.longValue();
    }

    private static InvalidFaultException wrong(String where, String name, JsonNode value, String accepted) {
        return new InvalidFaultException(where + ": " + name + " is " + value + ": expected " + accepted);
    }
}
