package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.gateway.history.CallReader;
import dev.queuelab.scenarios.kit.Catalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios whose effects the gateway's external service performs, and their controls. */
@ExtendWith(SharedProject.class)
class EffectsByHttpIT {
    private static final String BY_HTTP = "--set=EFFECT=http";

    private static final List<String> SCENARIOS = List.of("dup", "dup-side-effects", "business");

    private final Project project;
    private final Path temp;

    EffectsByHttpIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    private static String[] play(String command) {
        return Stream.concat(Stream.of(command, "--jobs=2", BY_HTTP), SCENARIOS.stream())
                .toArray(String[]::new);
    }

    @Test
    void theScenariosHold() {
        project.runner(temp, play("run")).exitsWith(0);

        assertThat(Run.all(temp.resolve("runs"))).hasSameSizeAs(SCENARIOS).allSatisfy(run -> {
            assertThat(CallReader.performances(run.folder().resolve("calls.jsonl")))
                    .as("effects that were performed by HTTP")
                    .hasSameSizeAs(run.facts(Event.EffectPerformed.class))
                    .isNotEmpty();
            run.isJudgedAgainAsItCameOut();
        });
    }

    @Test
    void eachControlBreaksExactlyWhatItNames() {
        String output = project.runner(temp, play("controls")).exitsWith(0);

        for (String name : SCENARIOS) {
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
