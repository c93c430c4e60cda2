package dev.queuelab.lab.runstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.kit.Control;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvocationTest {
    private static final Optional<Suite> SUITE = Optional.of(new Suite("1", "run", 3, 0));

    @Test
    void aSingleScenarioIsPlayedAgainWithItsOwnOptionsAndTheSeedItHad() {
        Invocation invocation = new Invocation(List.of("dup", "--count", "9"), List.of("--seed=42"), Optional.empty());

        assertThat(invocation.again("dup", Optional.empty())).containsExactly("dup", "--count", "9", "--seed=42");
    }

    @Test
    void aSeedThatWasGivenIsNotGivenTwice() {
        Invocation invocation = new Invocation(List.of("dup", "--seed", "42"), List.of("--seed=42"), Optional.empty());

        assertThat(invocation.again("dup", Optional.empty())).containsExactly("dup", "--seed", "42");
    }

    @Test
    void anOptionThatComesSeveralTimesIsGivenAsOften() {
        Invocation invocation = new Invocation(List.of("run"), List.of("--set=A=1", "--set=B=2"), SUITE);

        assertThat(invocation.again("dup", Optional.empty())).containsExactly("dup", "--set=A=1", "--set=B=2");
    }

    @Test
    void aPlayOfASuiteIsPlayedAgainByItself() {
        Invocation invocation =
                new Invocation(List.of("run", "--short"), List.of("--environment=sandbox", "--seed=42"), SUITE);

        assertThat(invocation.again("dup", Optional.empty()))
                .containsExactly("dup", "--environment=sandbox", "--seed=42");
    }

    @Test
    void aControlIsPlayedAgainWithItsScenariosOtherControls() {
        Invocation invocation = new Invocation(List.of("controls"), List.of("--seed=42"), SUITE);

        assertThat(invocation.again("dup", Optional.of(Control.named("naive-service"))))
                .containsExactly("controls", "dup", "--seed=42");
    }
}
