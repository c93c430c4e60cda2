package dev.queuelab.producer.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FifoIdsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "order-17", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "0b6a46a4-5d44-4a5e-9f0c-1f4a2d0f7c11"})
    void anIdThatSqsAcceptsStaysAsItIs(String id) {
        assertThat(FifoIds.accepted(id)).isEqualTo(id);
    }

    @Property
    void everyTextBecomesAnIdThatSqsAccepts(@ForAll @NotEmpty String text) {
        assertThat(FifoIds.accepted(text)).matches("[\\x21-\\x7E]{1,128}");
    }

    @Property
    void differentTextsBecomeDifferentIds(@ForAll String one, @ForAll String other) {
        assertThat(FifoIds.accepted(one).equals(FifoIds.accepted(other))).isEqualTo(one.equals(other));
    }
}
