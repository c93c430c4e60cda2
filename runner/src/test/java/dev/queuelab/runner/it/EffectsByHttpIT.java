package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.gateway.history.CallReader;
import dev.queuelab.scenarios.kit.Catalogue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios whose effects the gateway's external service performs, and their controls. */
@ExtendWith(SharedProject.class)
class EffectsByHttpIT {
    private static final String BY_HTTP = "--set=EFFECT=http";

    private final Project project;
    private final Path temp;

    EffectsByHttpIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    @ParameterizedTest
    @ValueSource(strings = {"dup", "dup-side-effects", "business"})
    void theScenarioHolds(String scenario) {
        project.runner(temp, scenario, BY_HTTP).exitsWith(0);

        Run run = Run.latest(temp.resolve("runs"));
        assertThat(CallReader.performances(run.folder().resolve("calls.jsonl")))
                .as("effects that were performed by HTTP")
                .hasSameSizeAs(run.facts(Event.EffectPerformed.class))
                .isNotEmpty();
        run.isJudgedAgainAsItCameOut();
    }

    @Test
    void eachControlBreaksExactlyWhatItNames() {
        List<String> names = List.of("dup", "dup-side-effects", "business");
        String output = project.runner(temp, "controls", "dup", "dup-side-effects", "business", BY_HTTP)
                .exitsWith(0);

        for (String name : names) {
            assertThat(Catalogue.find(name).orElseThrow().create().get().controls())
                    .isNotEmpty()
                    .allSatisfy(control -> assertThat(output)
                            .containsPattern("\nPASS +" + name + ", control " + control.name()
                                    + ": broke \"[^\n]*, as it must"));
        }
    }

    @Test
    void aLostReplyIsRepeatedAndDoesNothingTwice() {
        project.runner(temp, "happy", BY_HTTP, "--fault=reply-lost:operations=PostEffect,times=2")
                .exitsWith(0);

        Run run = Run.latest(temp.resolve("runs"));
        assertThat(run.facts(Event.Failed.class))
                .hasSize(2)
                .allSatisfy(failed -> assertThat(failed.step()).isEqualTo("performing the effect"));
        assertThat(CallReader.performances(run.folder().resolve("calls.jsonl")))
                .allSatisfy(performed -> assertThat(performed.timesPerformed()).isEqualTo(1));
    }

    @Test
    void aServiceThatForgetsItsKeysIsFoundOut() {
        String output = project.runner(
                        temp,
                        "happy",
                        BY_HTTP,
                        "--fault=reply-lost:operations=PostEffect,times=1",
                        "--fault=effect-key-forgotten")
                .exitsWith(1);

        assertThat(output).containsPattern("FAIL +effects performed once");
    }
}
