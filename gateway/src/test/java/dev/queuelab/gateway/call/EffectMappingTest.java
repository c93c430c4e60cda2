package dev.queuelab.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectMappingTest {
    private static final String ORDER = "\"TableName\": \"orders\", \"Item\": {\"order_id\": {\"S\": \"o-1\"}}";

    private static EffectMappings mappings(String... texts) {
        return new EffectMappings(
                List.of(texts).stream().map(EffectMapping::parse).toList());
    }

    @Test
    void aRequestIsTheExternalServicesAndNamesItsMessage() {
        Call effect = mappings("POST /charges id=$.order.id")
                .translate(request("POST", "/charges?a=b", "{\"order\": {\"id\": 7}, \"key\": \"theirs\"}", "k-1"));

        assertThat(effect.isFor(Service.EFFECTS)).isTrue();
        assertThat(effect.operation()).isEqualTo(EffectCall.POST);
        assertThat(effect.path()).isEqualTo("/effects");
        assertThat(EffectCall.id(effect)).contains("7");
        assertThat(EffectCall.key(effect))
                .as("a field of their own does not name it")
                .contains("k-1");
        assertThat(effect.request().path("order").path("id").intValue()).isEqualTo(7);
    }

    @Test
    void aFormIsReadAlike() {
        Call form = Call.of(
                1,
                "client",
                "POST",
                "/v1/charges",
                Headers.of(Map.of("Content-Type", List.of("application/x-www-form-urlencoded"))),
                Body.of("order=o%2D1&amount=5"));

        assertThat(EffectCall.id(mappings("POST /v1/charges id=$.order").translate(form)))
                .contains("o-1");
    }

    @Test
    void withoutAnIdempotencyKeyTheServiceDoesItEachTime() {
        assertThat(mappings("POST /charges id=$.id")
                        .translate(request("POST", "/charges", "{\"id\": \"a\"}", ""))
                        .path())
                .isEqualTo("/effects?naive=true");
    }

    @Test
    void otherRequestsStayAsTheyAre() {
        EffectMappings mappings = mappings("POST /charges id=$.id");

        for (Call other : List.of(
                request("GET", "/charges", "", ""),
                request("POST", "/charges/7", "{\"id\": \"a\"}", ""),
                call("AmazonSQS.SendMessage", "{}"))) {
            assertThat(mappings.translate(other)).isSameAs(other);
        }
    }

    @Test
    void aWriteToTheTableIsAnEffectOfTheMessageThatItNames() {
        EffectMappings mappings = mappings("dynamodb:PutItem table=orders key=order_id id=message");
        String named =
                "{\"TableName\": \"orders\", \"Item\": {\"message\": {\"S\": \"m-1\"}, \"order_id\": {\"N\": \"5\"}}}";

        assertThat(effect(mappings, "PutItem", named)).contains("5 of m-1");
        assertThat(effect(mappings, "PutItem", "{" + ORDER + "}")).contains("o-1 of o-1");
        assertThat(effect(mappings, "UpdateItem", "{" + ORDER + "}")).isEmpty();
        assertThat(effect(mappings, "PutItem", "{" + ORDER.replace("orders", "others") + "}"))
                .isEmpty();
        assertThat(effect(mappings, "PutItem", "{" + ORDER.replace("order_id", "id") + "}"))
                .isEmpty();
        assertThat(effect(mappings("dynamodb:PutItem key=order_id"), "PutItem", "{" + ORDER + "}"))
                .as("any table")
                .contains("o-1 of o-1");
    }

    @Test
    void itIsAlsoFoundInATransaction() {
        String transaction = "{\"TransactItems\": [{\"Put\": {" + ORDER + "}}, {\"Update\": {\"TableName\": \"other\","
                + " \"Key\": {\"a\": {\"S\": \"b\"}}}}]}";

        assertThat(effect(mappings("dynamodb:PutItem table=orders key=order_id"), "TransactWriteItems", transaction))
                .contains("o-1 of o-1");
    }

    @Test
    void anUpdateIsNamedByItsKey() {
        assertThat(effect(
                        mappings("dynamodb:UpdateItem key=order_id"),
                        "UpdateItem",
                        "{\"TableName\": \"orders\", \"Key\": {\"order_id\": {\"S\": \"o-1\"}}}"))
                .contains("o-1 of o-1");
    }

    /** What both the record of calls and the record of what was performed say. */
    private static Optional<String> effect(EffectMappings mappings, String operation, String request) {
        Call call = call("DynamoDB_20120810." + operation, request);
        List<Subject> performed = mappings.writes(call);
        assertThat(new Subjects(false, mappings)
                        .of(call).stream().filter(Subject::isEffect).toList())
                .isEqualTo(performed);
        return performed.stream()
                .map(effect -> effect.key().orElseThrow() + " of " + effect.id().orElseThrow())
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            GET /charges id=$.id              | 'GET' is neither a method (POST, PUT, PATCH) nor dynamodb:OPERATION
            POST charges id=$.id              | a path that begins with / must follow the method
            POST                              | a path that begins with / must follow the method
            POST /charges                     | id=$.FIELD is missing
            POST /charges id=id               | 'id' names no field, as $.id or $.order.id do
            POST /charges id=                 | 'id=' is none of id=
            POST /charges id=$.a id=$.b       | id= stands there twice
            dynamodb:GetItem key=id           | 'GetItem' is none of PutItem, UpdateItem, DeleteItem
            dynamodb:PutItem table=orders     | key=ATTRIBUTE is missing
            dynamodb:PutItem key=id tabel=a   | 'tabel=a' is none of
            """)
    void whatIsNoMappingIsNamed(String text, String reason) {
        assertThatThrownBy(() -> EffectMapping.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("effect '" + text + "' is not accepted: ")
                .hasMessageContaining(reason)
                .hasMessageContaining(EffectMapping.FORMS);
    }

    private static Call request(String method, String path, String body, String idempotencyKey) {
        Map<String, List<String>> headers =
                idempotencyKey.isEmpty() ? Map.of() : Map.of("Idempotency-Key", List.of(idempotencyKey));
        return Call.of(1, "client", method, path, Headers.of(headers), Body.of(body));
    }

    private static Call call(String target, String body) {
        return Call.of(1, "client", "POST", "/", Headers.of(Map.of("X-Amz-Target", List.of(target))), Body.of(body));
    }
}
