package dev.queuelab.gateway.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.toolbox.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which calls of a program are its effects, where it neither calls {@code EFFECT_URL} as the guide says nor writes the
 * effects table. Its text is {@code POST /charges id=$.id} for a request to another service, or {@code dynamodb:PutItem
 * table=orders key=order_id} for a write to another table.
 */
public sealed interface EffectMapping {
    /** The text of either kind, for messages and help. */
    String FORMS = "\"POST /charges id=$.id\" or \"dynamodb:PutItem table=orders key=order_id\"";

    /** Such as {@link #parse} reads it. */
    String text();

    /**
     * Reads a mapping.
     *
     * @throws IllegalArgumentException if the text is none, naming it and what is accepted
     */
    static EffectMapping parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        return words.get(0).startsWith(Write.PREFIX) ? Write.of(text, words) : Request.of(text, words);
    }

    private static IllegalArgumentException invalid(String text, String what) {
        return new IllegalArgumentException(
                "effect '" + Text.printable(text) + "' is not accepted: " + what + "; expected, such as, " + FORMS);
    }

    /** The words from {@code from} on, each a name and a value. */
    private static Map<String, String> fields(String text, List<String> words, int from, Set<String> accepted) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String word : words.subList(from, words.size())) {
            int equals = word.indexOf('=');
            if (equals < 1 || equals == word.length() - 1 || !accepted.contains(word.substring(0, equals))) {
                throw invalid(text, "'" + Text.printable(word) + "' is none of " + String.join("=, ", accepted) + "=");
            }
            if (fields.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
                throw invalid(text, word.substring(0, equals) + "= stands there twice");
            }
        }
        return fields;
    }

    /**
     * A request to another service, in whose place the gateway's own stands. A request with an {@code Idempotency-Key}
     * is done once; one without is done each time that it comes.
     *
     * @param path without a query
     * @param id where in the body, a JSON object or a form, the message's id is
     */
    record Request(String text, String method, String path, Field id) implements EffectMapping {
        private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");

        private static Request of(String text, List<String> words) {
            String method = words.get(0);
            if (!METHODS.contains(method)) {
                throw invalid(
                        text,
                        "'" + Text.printable(method) + "' is neither a method (POST, PUT, PATCH) nor " + Write.PREFIX
                                + "OPERATION");
            }
            if (words.size() < 2 || !words.get(1).matches("/[^?#\\s]*")) {
                throw invalid(text, "a path that begins with / must follow the method, without a query");
            }
            String id = fields(text, words, 2, Set.of("id")).get("id");
            if (id == null) {
                throw invalid(text, "id=$.FIELD is missing: where the message's id is in the body");
            }
            return new Request(text, method, words.get(1), Field.of(text, id));
        }

        private boolean matches(Call call) {
            return call.service().isEmpty()
                    && call.method().equals(method)
                    && call.path().replaceFirst("\\?.*", "").equals(path);
        }

        /** The call as the external service knows it; empty if it is another one. */
        Optional<Call> toEffect(Call call) {
            if (!matches(call)) {
                return Optional.empty();
            }
            ObjectNode fields = call.request().isEmpty()
                    ? call.body().json()
                    : call.request().deepCopy();
            Optional<String> named = id.in(fields);
            fields.remove(List.of("id", EffectCall.KEY)); // which may mean something else there
            named.ifPresent(value -> fields.put("id", value));
            boolean naive = EffectCall.idempotencyKey(call).isEmpty();
            return Optional.of(call.asEffect(naive ? EffectCall.NAIVE_PATH : EffectCall.PATH, fields));
        }
    }

    /**
     * A write to a table. Each that DynamoDB accepts is a performance.
     *
     * @param table its name; empty for any
     * @param key the attribute, in the item or its key, under whose value performances are counted
     * @param id the attribute with the message's id
     */
    record Write(String text, String operation, Optional<String> table, String key, String id)
            implements EffectMapping {
        private static final String PREFIX = "dynamodb:";

        /** Each operation, and what it is called as a part of a transaction. */
        private static final Map<String, String> OPERATIONS =
                Map.of("PutItem", "Put", "UpdateItem", "Update", "DeleteItem", "Delete");

        private static Write of(String text, List<String> words) {
            String operation = words.get(0).substring(PREFIX.length());
            if (!OPERATIONS.containsKey(operation)) {
                throw invalid(text, "'" + Text.printable(operation) + "' is none of PutItem, UpdateItem, DeleteItem");
            }
            Map<String, String> fields = fields(text, words, 1, Set.of("table", "key", "id"));
            String key = fields.get("key");
            if (key == null) {
                throw invalid(text, "key=ATTRIBUTE is missing: what names the effect");
            }
            return new Write(
                    text, operation, Optional.ofNullable(fields.get("table")), key, fields.getOrDefault("id", key));
        }

        /** The effect that a request, or a part of a transaction, asks for; empty if it is another one. */
        Optional<Subject> effect(String called, JsonNode request) {
            boolean mine = called.equals(operation) || called.equals(OPERATIONS.get(operation));
            if (!mine
                    || table.filter(name ->
                                    !name.equals(request.path("TableName").asText()))
                            .isPresent()) {
                return Optional.empty();
            }
            return value(request, key)
                    .map(named -> Subject.builder()
                            .key(named)
                            .id(value(request, id).or(() -> Optional.of(named)))
                            .build());
        }

        private static Optional<String> value(JsonNode request, String attribute) {
            JsonNode inItem = request.path("Item").path(attribute);
            JsonNode typed = inItem.isObject() ? inItem : request.path("Key").path(attribute);
            return typed.isObject() && !typed.isEmpty()
                    ? Optional.of(typed.elements().next().asText())
                    : Optional.empty();
        }
    }

    /** A field of a body, by the part of JSONPath (RFC 9535) that names a member: {@code $.order.id}. */
    record Field(List<String> names) {
        private static final Pattern PATH = Pattern.compile("\\$((?:\\.[A-Za-z_][A-Za-z0-9_-]*)+)");

        public Field {
            names = List.copyOf(names);
        }

        private static Field of(String text, String path) {
            Matcher matcher = PATH.matcher(path);
            if (!matcher.matches()) {
                throw invalid(text, "'" + Text.printable(path) + "' names no field, as $.id or $.order.id do");
            }
            return new Field(Arrays.asList(matcher.group(1).substring(1).split("\\.")));
        }

        private Optional<String> in(JsonNode body) {
            JsonNode node = body;
            for (String name : names) {
                node = node.path(name);
            }
            return node.isTextual() || node.isIntegralNumber() ? Optional.of(node.asText()) : Optional.empty();
        }
    }
}
