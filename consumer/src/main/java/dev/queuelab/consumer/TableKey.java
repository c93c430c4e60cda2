package dev.queuelab.consumer;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** What both tables must be: there to be written, with one key. */
final class TableKey {
    private static final String EXPECTED = "message_id (S, HASH)";

    private TableKey() {}

    /** Why the table cannot be used, as a sentence without its subject; empty if it can be. */
    static Optional<String> problem(TableDescription table) {
        TableStatus status = table.tableStatus();
        if (status != TableStatus.ACTIVE && status != TableStatus.UPDATING) {
            return Optional.of("the table is " + table.tableStatusAsString() + ", expected ACTIVE");
        }
        String found = table.keySchema().stream()
                .map(element -> element.attributeName() + " (" + typeOf(element.attributeName(), table) + ", "
                        + element.keyTypeAsString() + ")")
                .collect(Collectors.joining(", "));
        return found.equals(EXPECTED)
                ? Optional.empty()
                : Optional.of("the table's key is " + found + ", expected " + EXPECTED + " alone");
    }

    private static String typeOf(String attribute, TableDescription table) {
        return table.attributeDefinitions().stream()
                .filter(definition -> Objects.equals(definition.attributeName(), attribute))
                .map(AttributeDefinition::attributeTypeAsString)
                .findFirst()
                .orElse("?");
    }
}
