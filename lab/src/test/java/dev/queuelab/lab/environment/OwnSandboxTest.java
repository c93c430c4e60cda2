package dev.queuelab.lab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnSandboxTest {
    @Test
    void otherStacksCannotHaveWhatWasAskedFor() {
        OwnSandbox asked = new OwnSandbox(Optional.of(7), true, List.of());

        assertThatThrownBy(() -> asked.requireNothingOf("the sandbox kept up"))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("--visibility-timeout=7 is not accepted here")
                .hasMessageContaining("the sandbox kept up");
        assertThat(asked.flags()).containsExactly("--visibility-timeout=7");
    }

    @Test
    void aDefaultIsForASandboxOfThisRunAlone() {
        assertThatCode(() -> new OwnSandbox(Optional.of(10), false, List.of()).requireNothingOf("any"))
                .doesNotThrowAnyException();
        assertThat(OwnSandbox.USUAL.flags()).isEmpty();
    }
}
