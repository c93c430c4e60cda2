package dev.queuelab.gateway.fault.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the items that a call reads or writes, and reads them. */
final class Items {
    /** The names of each table's key attributes. */
    private final Map<String, List<String>> keys = new ConcurrentHashMap<>();

    /** An item's place: its table, and its key's attributes in the order of their names. */
    record Place(String table, Map<String, JsonNode> key) {
        static Place of(String table, JsonNode key) {
            Map<String, JsonNode> attributes = new TreeMap<>();
            key.properties().forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue()));
            return new Place(table, attributes);
        }
    }

    /** The place that a call with a key is about. */
    static Place read(Call call) {
        return Place.of(call.resource(), call.request().path("Key"));
    }

    /** The places that a call writes to, in a single write, a batch or a transaction. */
    List<Place> written(Call call, Next next) {
        List<Place> places = new ArrayList<>();
        JsonNode request = call.request();
        add(places, request.path("TableName").asText(), request, call, next);
        for (JsonNode action : request.path("TransactItems")) {
            for (String kind : new String[] {"Put", "Update", "Delete"}) {
                add(places, action.path(kind).path("TableName").asText(), action.path(kind), call, next);
            }
        }
        request.path("RequestItems")
                .properties()
                .forEach(table -> table.getValue()
                        .forEach(write -> write.forEach(part -> add(places, table.getKey(), part, call, next))));
        return places;
    }

    private void add(List<Place> places, String table, JsonNode write, Call call, Next next) {
        if (write.path("Key").isObject()) {
            places.add(Place.of(table, write.path("Key")));
        } else if (write.path("Item").isObject()) {
            ObjectNode key = Body.emptyObject();
            for (String name : keys.computeIfAbsent(table, unknown -> keyNames(unknown, call, next))) {
                key.set(name, write.path("Item").path(name));
            }
            places.add(Place.of(table, key));
        }
    }

    private static List<String> keyNames(String table, Call call, Next next) {
        Reply reply = next.forward(call.as("DescribeTable", Body.emptyObject().put("TableName", table)));
        List<String> names = new ArrayList<>();
        if (reply instanceof Reply.Answer answer) {
            answer.json()
                    .path("Table")
                    .path("KeySchema")
                    .forEach(key -> names.add(key.path("AttributeName").asText()));
        }
        return names;
    }

    /** The item as it is now; empty where there is none. */
    static Optional<ObjectNode> now(Place place, Call call, Next next) {
        ObjectNode request = Body.emptyObject().put("TableName", place.table()).put("ConsistentRead", true);
        request.putObject("Key").setAll(place.key());
        Reply reply = next.forward(call.as("GetItem", request));
        return reply instanceof Reply.Answer answer
                        && answer.isOk()
                        && answer.json().path("Item") instanceof ObjectNode item
                ? Optional.of(item)
                : Optional.empty();
    }

    /** The reply to a read, with another item, or without one. */
    static Reply with(Optional<ObjectNode> item, Reply.Answer answer) {
        ObjectNode body = answer.json();
        body.remove("Item");
        item.ifPresent(found -> body.set("Item", found));
        return answer.withJson(body);
    }

    /** Whether a read asks for the whole item; of a part the service alone knows how it looks. */
    static boolean isWhole(Call read) {
        return !read.request().has("ProjectionExpression") && !read.request().has("AttributesToGet");
    }
}
