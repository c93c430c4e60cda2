package dev.queuelab.lab.validation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.BillingModeSummary;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Compares a table with what each of the laboratory's tables is: both have the same form. */
record TableInspection(TableFacts facts) {

    /** What every scenario needs. */
    List<ValidationFinding> needed() {
        return facts.description()
                .map(table -> List.of(status(table), key(table)))
                .orElseGet(() -> List.of(ValidationFinding.fail(subject(), "does not exist, expected one")));
    }

    /** What it ought to be besides. */
    List<ValidationFinding> further(TimeToLiveDescription timeToLive) {
        return facts.description().stream()
                .flatMap(table -> List.of(billing(table), expiry(timeToLive)).stream())
                .toList();
    }

    private String subject() {
        return "table " + facts.name();
    }

    private ValidationFinding status(TableDescription table) {
        TableStatus status = table.tableStatus();
        return switch (status) {
            case ACTIVE, UPDATING -> ValidationFinding.ok(subject(), "exists");
            case CREATING ->
                ValidationFinding.fail(subject(), "is still being created, expected to be ACTIVE: wait a minute");
            default ->
                ValidationFinding.fail(subject(), "is " + table.tableStatusAsString() + ", expected to be ACTIVE");
        };
    }

    private ValidationFinding key(TableDescription table) {
        String found = table.keySchema().stream()
                .map(element -> element.attributeName() + " (" + typeOf(element.attributeName(), table) + ", "
                        + element.keyTypeAsString() + ")")
                .collect(Collectors.joining(", "));
        return ValidationFinding.compare(subject(), "key", found, "message_id (S, HASH)");
    }

    private static String typeOf(String attribute, TableDescription table) {
        return table.attributeDefinitions().stream()
                .filter(definition -> Objects.equals(definition.attributeName(), attribute))
                .map(AttributeDefinition::attributeTypeAsString)
                .findFirst()
                .orElse("?");
    }

    /** Amazon DynamoDB, "DescribeTable": a table that was always provisioned has no summary. */
    private ValidationFinding billing(TableDescription table) {
        BillingModeSummary summary = table.billingModeSummary();
        return ValidationFinding.compare(
                subject(),
                "billing mode",
                summary == null ? BillingMode.PROVISIONED.toString() : summary.billingModeAsString(),
                BillingMode.PAY_PER_REQUEST.toString());
    }

    private ValidationFinding expiry(TimeToLiveDescription timeToLive) {
        TimeToLiveStatus status = timeToLive.timeToLiveStatus();
        boolean on = status == TimeToLiveStatus.ENABLED || status == TimeToLiveStatus.ENABLING;
        return ValidationFinding.compare(
                subject(), "items expire by", on ? timeToLive.attributeName() : "nothing", "expires_at");
    }
}
