package dev.queuelab.lab.validation;

import dev.queuelab.core.aws.ErrorCodes;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What DynamoDB reports about a table.
 *
 * @param description empty if there is no such table
 */
record TableFacts(String name, Optional<TableDescription> description) {

    /** One call. */
    static TableFacts read(DynamoDbClient dynamoDb, String name) {
        try {
            return new TableFacts(
                    name,
                    Optional.of(dynamoDb.describeTable(request -> request.tableName(name))
                            .table()));
        } catch (DynamoDbException e) {
            if (ErrorCodes.isGone(e)) {
                return new TableFacts(name, Optional.empty());
            }
            throw e;
        }
    }
}
