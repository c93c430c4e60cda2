package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios that take minutes, with options by which they take seconds; side by side, since they mostly wait. */
@ExtendWith(SharedProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongScenariosIT {
    private final Path temp;
    private final Program purge;
    private final Program flood;

    LongScenariosIT(Project project, @TempDir Path temp) {
        this.temp = temp;
        String[] quickPurge = {"happy-purge-timing", "--offsets=0,30", "--window=30", "--each=2", "--run-dir=purge"};
        purge = project.runner(temp, quickPurge);
        flood = project.runner(temp, "backpressure", "--rate=8", "--look-every=1", "--run-dir=flood");
    }

    @AfterAll
    void endThoseThatAreLeft() {
        purge.close();
        flood.close();
    }

    @Test
    void whatSurvivesAPurgeIsShownAsATable() {
        String output = purge.exitsWith(0);

        assertThat(output)
                .containsPattern(
                        "purge-window:\n +seconds after the purge +sent +survived\n +\\+0 +2 +0\n +\\+30 +2 +2\n")
                .contains(
                        "PASS      purge window seen: 2 of 2 sent within the window were taken",
                        "PASS      second purge refused: refused with AWS.SimpleQueueService.PurgeQueueInProgress",
                        "PASS      sent after the window survived: all of 2")
                .doesNotContain("SKIP");
        assertThat(Run.latest(temp.resolve("purge"))
                        .json("tables/purge-window.json")
                        .path("rows"))
                .hasSize(2);
    }

    @Test
    void underAFloodConsumersComeAndGo() {
        String output = flood.exitsWith(0);

        assertThat(output).contains("PASS      equilibrium reached", "PASS      nothing lost");
        assertThat(Run.latest(temp.resolve("flood")).facts(Event.ScalingDecided.class))
                .anyMatch(decision -> decision.wanted() > decision.consumers())
                .anyMatch(decision -> decision.wanted() < decision.consumers())
                .allMatch(decision -> !decision.reason().isBlank());
    }

    @Test
    void aScenarioThatFollowsWhatItSeesIsJudgedAgainAsItCameOut() {
        purge.exitsWith(0);
        flood.exitsWith(0);

        for (String runs : new String[] {"purge", "flood"}) {
            Run.latest(temp.resolve(runs)).isJudgedAgainAsItCameOut();
        }
    }
}
