package dev.queuelab.lab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.gateway.call.EffectMappings;
import dev.queuelab.gateway.fault.InvalidFaultException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayPlanTest {
    private static GatewayPlan plan(String... faults) {
        return new GatewayPlan(GatewayPlan.Use.ALWAYS, List.of(), List.of(faults), EffectMappings.NONE);
    }

    @Test
    void rulesThatCanBeUsedAreAccepted() {
        assertThatCode(() -> plan("reply-lost:times=1", "delay:millis=5").validate())
                .doesNotThrowAnyException();
    }

    @Test
    void aRuleThatCannotBeUsedIsNamed() {
        assertThatThrownBy(() -> plan("reply-last").validate())
                .isInstanceOf(InvalidFaultException.class)
                .hasMessageContaining("reply-last");
        assertThatThrownBy(() -> new GatewayPlan(
                                GatewayPlan.Use.ALWAYS,
                                List.of(Path.of("nowhere.json")),
                                List.of(),
                                EffectMappings.NONE)
                        .validate())
                .isInstanceOf(InvalidFaultException.class)
                .hasMessageContaining("nowhere.json");
    }

    @Test
    void itSaysWhichFaultsThereAre() {
        assertThat(GatewayPlan.EVERYWHERE.describe(List.of())).isEmpty();
        assertThat(plan("delay").describe(List.of("redrive-new-ids")))
                .isEqualTo(", with faults: delay, redrive-new-ids");
    }
}
