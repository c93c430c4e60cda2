package dev.queuelab.core.toolbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntRangeTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "7", "10", "+3", "010"})
    void aNumberInTheRangeIsAccepted(String text) {
        assertThat(IntRange.between(1, 10).parseInt(text)).isEqualTo(Integer.parseInt(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "", " 1", "1.0", "1e1", "ten", "99999999999999999999"})
    void anythingElseIsRefusedWithWhatIsAccepted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntRange.between(1, 10).parse(text))
                .withMessage("'" + text + "' is not accepted: expected a whole number from 1 to 10");
    }

    @Test
    void aRangeThatHasNoUpperEndSaysSo() {
        assertThat(IntRange.atLeast(2).accepts()).isEqualTo("a whole number of at least 2");
        assertThat(IntRange.ANY.accepts()).isEqualTo("a whole number");
        assertThat(IntRange.ANY.parse("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void aRefusalShowsWhatCannotBeSeen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntRange.atLeast(0).parse("5\r"))
                .withMessageStartingWith("'5\\r' is not accepted");
    }
}
