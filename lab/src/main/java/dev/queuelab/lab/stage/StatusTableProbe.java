package dev.queuelab.lab.stage;

import dev.queuelab.scenarios.check.Evidence;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The consumers' own books, looked at from outside. */
final class StatusTableProbe {
    private final TableProbe table;

    StatusTableProbe(DynamoDbClient dynamoDb, String table) {
        this.table = new TableProbe(dynamoDb, table);
    }

    /** What is booked of these messages, by id; those without an entry are left out. */
    Map<String, Evidence.Book> of(Collection<String> messages) {
        Map<String, Evidence.Book> books = new HashMap<>();
        table.under(messages)
                .forEach((id, item) -> books.put(
                        id, new Evidence.Book(TableProbe.text(item, "status"), TableProbe.number(item, "attempts"))));
        return books;
    }
}
