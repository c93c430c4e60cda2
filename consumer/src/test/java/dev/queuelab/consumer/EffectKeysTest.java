package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.payload.Payload;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectKeysTest {

    @Test
    void aKeyOfOneFieldHoldsItsValueAsItIs() {
        assertThat(business("{\"order_id\":\"7,8\\\\9\"}", "order_id")).isEqualTo("biz:order_id:7,8\\9");
    }

    @Test
    void aKeyOfSeveralFieldsHoldsTheirValuesInTheFieldsOrder() {
        assertThat(business("{\"action\":\"charge\",\"order_id\":7}", "order_id", "action"))
                .isEqualTo("biz:order_id,action:7,charge");
    }

    @Test
    void valuesThatHoldSeparatorsAreNotMistakenForOthers() {
        String left = business("{\"a\":\"x,y\",\"b\":\"z\"}", "a", "b");
        String right = business("{\"a\":\"x\",\"b\":\"y,z\"}", "a", "b");
        String escaped = business("{\"a\":\"x\\\\\",\"b\":\"y,z\"}", "a", "b");

        assertThat(left).isEqualTo("biz:a,b:x\\,y,z");
        assertThat(right).isEqualTo("biz:a,b:x,y\\,z");
        assertThat(escaped).isEqualTo("biz:a,b:x\\\\,y\\,z");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatThrownBy(() -> business("{\"order_id\":\"7\"}", "order_id", "action"))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessage("it has no field action, which BUSINESS_IDEMPOTENCY_FIELD names");
    }

    @Test
    void aKeyThatDynamoDbCouldNotHoldIsRejectedWithItsSize() {
        String fits = "x".repeat(2_048 - "biz:a:".length());

        assertThat(business("{\"a\":\"" + fits + "\"}", "a")).hasSize(2_048);
        assertThatThrownBy(() -> business("{\"a\":\"" + fits + "x\"}", "a"))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessage("its business key has 2049 bytes: a DynamoDB key holds at most 2048");
    }

    private static String business(String body, String... fields) {
        return EffectKeys.business(List.of(fields), Payload.parse(body));
    }
}
