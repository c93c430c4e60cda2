package dev.queuelab.consumer;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's conditions and updates, as far as the consumer writes them, on an item in memory. */
final class FakeExpression {
    private static final Pattern TOKEN = Pattern.compile("[()=,]|<=|<>|[#:]?\\w+");

    private final Map<String, String> names;
    private final Map<String, AttributeValue> values;
    private final List<String> tokens;
    private int next;

    private FakeExpression(String text, Map<String, String> names, Map<String, AttributeValue> values) {
        this.names = names;
        this.values = values;
        this.tokens = TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Whether the item, empty if there is none, is as the condition says. */
    static boolean holds(
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values,
            Map<String, AttributeValue> item) {
        FakeExpression expression = new FakeExpression(condition, names, values);
        boolean holds = expression.or(item);
        if (expression.next < expression.tokens.size()) {
            throw new IllegalArgumentException("not understood: " + condition);
        }
        return holds;
    }

    /** Changes the item as the update says. */
    static void apply(
            String update,
            Map<String, String> names,
            Map<String, AttributeValue> values,
            Map<String, AttributeValue> item) {
        new FakeExpression(update, names, values).apply(item);
    }

    private boolean or(Map<String, AttributeValue> item) {
        boolean holds = and(item);
        while (take("OR")) {
            holds |= and(item);
        }
        return holds;
    }

    private boolean and(Map<String, AttributeValue> item) {
        boolean holds = term(item);
        while (take("AND")) {
            holds &= term(item);
        }
        return holds;
    }

    private boolean term(Map<String, AttributeValue> item) {
        if (take("(")) {
            boolean holds = or(item);
            require(")");
            return holds;
        }
        if (take("attribute_not_exists")) {
            require("(");
            boolean holds = !item.containsKey(attribute());
            require(")");
            return holds;
        }
        Optional<AttributeValue> left = Optional.ofNullable(item.get(attribute()));
        String operator = take();
        AttributeValue right = value();
        return left.isPresent()
                && (operator.equals("=") ? left.get().equals(right) : atMost(operator, left.get(), right));
    }

    private static boolean atMost(String operator, AttributeValue left, AttributeValue right) {
        if (!operator.equals("<=")) {
            throw new IllegalArgumentException("not understood: " + operator);
        }
        return new BigDecimal(left.n()).compareTo(new BigDecimal(right.n())) <= 0;
    }

    private void apply(Map<String, AttributeValue> item) {
        String section = "";
        while (next < tokens.size()) {
            if (List.of("SET", "ADD", "REMOVE").contains(tokens.get(next))) {
                section = take();
            }
            String attribute = attribute();
            switch (section) {
                case "SET" -> {
                    require("=");
                    set(attribute, item);
                }
                case "ADD" -> item.merge(attribute, value(), FakeExpression::sum);
                default -> item.remove(attribute);
            }
            boolean unused = take(",");
        }
    }

    private void set(String attribute, Map<String, AttributeValue> item) {
        if (take("if_not_exists")) {
            require("(");
            String other = attribute();
            require(",");
            item.put(attribute, item.getOrDefault(other, value()));
            require(")");
        } else {
            item.put(attribute, value());
        }
    }

    private static AttributeValue sum(AttributeValue one, AttributeValue other) {
        return fromN(new BigDecimal(one.n()).add(new BigDecimal(other.n())).toPlainString());
    }

    private String attribute() {
        String name = take();
        return name.startsWith("#") ? Objects.requireNonNull(names.get(name), name) : name;
    }

    private AttributeValue value() {
        String name = take();
        return Objects.requireNonNull(values.get(name), name);
    }

    private String take() {
        return tokens.get(next++);
    }

    private boolean take(String token) {
        boolean there = next < tokens.size() && tokens.get(next).equals(token);
        next += there ? 1 : 0;
        return there;
    }

    private void require(String token) {
        if (!take(token)) {
            throw new IllegalArgumentException("expected " + token + " in " + new ArrayList<>(tokens));
        }
    }
}
