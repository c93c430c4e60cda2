package dev.queuelab.gateway.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns the form of SQS's query protocol into the request that the same operation has in JSON (Amazon SQS API Reference,
 * AWS JSON protocol and AWS query protocol). In a form, the members of lists and maps are numbered: {@code
 * DeleteMessageBatchRequestEntry.1.Id}, {@code Attribute.1.Name} with {@code Attribute.1.Value}.
 */
final class QueryForm {
    private static final String BATCH_ENTRY = "BatchRequestEntry";

    /** What the protocol itself adds to an operation's fields. */
    private static final Set<String> OF_PROTOCOL = Set.of("Action", "Version");

    private static final Map<String, String> LISTS = Map.of(
            "AttributeName", "AttributeNames",
            "MessageAttributeName", "MessageAttributeNames",
            "MessageSystemAttributeName", "MessageSystemAttributeNames",
            "TagKey", "TagKeys",
            "AWSAccountId", "AWSAccountIds",
            "ActionName", "Actions");

    private static final Map<String, String> MAPS = Map.of(
            "Attribute", "Attributes",
            "MessageAttribute", "MessageAttributes",
            "MessageSystemAttribute", "MessageSystemAttributes",
            "Tag", "Tags");

    private static final Set<String> NUMBERS = Set.of(
            "DelaySeconds",
            "MaxNumberOfMessages",
            "MaxNumberOfMessagesPerSecond",
            "MaxResults",
            "VisibilityTimeout",
            "WaitTimeSeconds");

    private QueryForm() {}

    /** The request in JSON; a field that is not known becomes text. */
    static ObjectNode toJson(String operation, ObjectNode form) {
        ObjectNode request = object(tree(form));
        if (operation.equals("CreateQueue") && request.has("Tags")) {
            request.set("tags", request.remove("Tags")); // this operation alone writes it so
        }
        return request;
    }

    /** Names to texts, or to trees by what follows the dot. */
    private static NavigableMap<String, Object> tree(ObjectNode form) {
        NavigableMap<String, Object> tree = new TreeMap<>();
        form.properties().forEach(field -> {
            if (!OF_PROTOCOL.contains(field.getKey())) {
                put(tree, field.getKey(), field.getValue().asText());
            }
        });
        return tree;
    }

    @SuppressWarnings("unchecked") // a tree's values are texts and trees
    private static void put(Map<String, Object> tree, String name, String text) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            tree.put(name, text);
            return;
        }
        Object below = tree.computeIfAbsent(name.substring(0, dot), head -> new TreeMap<String, Object>());
        if (below instanceof Map) {
            put((Map<String, Object>) below, name.substring(dot + 1), text);
        }
    }

    private static ObjectNode object(Map<String, Object> tree) {
        ObjectNode object = Body.emptyObject();
        tree.forEach((name, value) -> {
            if (name.endsWith(BATCH_ENTRY)) {
                numbered(value)
                        .values()
                        .forEach(entry -> object.withArray("Entries").add(node(entry)));
            } else if (LISTS.containsKey(name)) {
                numbered(value)
                        .values()
                        .forEach(text -> object.withArray(LISTS.get(name)).add(node(text)));
            } else if (MAPS.containsKey(name)) {
                numbered(value).values().forEach(entry -> putEntry(object.withObject("/" + MAPS.get(name)), entry));
            } else if (NUMBERS.contains(name) && value.toString().matches("\\d{1,9}")) {
                object.put(name, Integer.valueOf(value.toString()));
            } else {
                object.set(name, node(value));
            }
        });
        return object;
    }

    private static void putEntry(ObjectNode map, Object entry) {
        JsonNode pair = node(entry);
        String key = pair.path("Name").asText(pair.path("Key").asText());
        if (pair.has("Value")) {
            map.set(key, pair.path("Value"));
        }
    }

    /** In the order of the numbers; a field without any is the only one of its list. */
    private static NavigableMap<Integer, Object> numbered(Object value) {
        NavigableMap<Integer, Object> members = new TreeMap<>();
        if (value instanceof Map<?, ?> tree) {
            tree.forEach((number, member) -> {
                if (number.toString().matches("\\d{1,9}")) {
                    members.put(Integer.valueOf(number.toString()), member);
                }
            });
        } else {
            members.put(1, value);
        }
        return members;
    }

    @SuppressWarnings("unchecked") // a tree's values are texts and trees
    private static JsonNode node(Object value) {
        return value instanceof Map
                ? object((Map<String, Object>) value)
                : Body.emptyObject().textNode(value.toString());
    }
}
