package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Consumers in another language, each with one fault, and without a history: the check that stands for the fault finds it. */
@ExtendWith(SharedProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@PlaysMany
class FaultyConsumersIT {
    private final ConformancePrograms programs;

    FaultyConsumersIT(Project project, @TempDir Path temp) {
        this.programs = new ConformancePrograms(project, temp);
    }

    @BeforeAll
    void playAll() {
        ForeignConsumer.requireNode();
        play("acknowledges-first", "crash");
        play("drops-rejected", "poison-partial-batch");
        play("dies-of-rejected", "poison");
        play("hangs-at-rejected", "poison");
        play("ignores-sigterm", "dup-graceful-shutdown", "shutdown-idle");
        play("exits-at-sigterm", "shutdown-under-load", "shutdown-last-delivery");
        play("fails-at-sigterm", "happy");
        play("ignores-what-it-had", "--kind=caches");
        play("gives-up-at-an-error", "--case=errors/access-denied");
        play("dies-of-a-refused-extension", "--case=visibility/refused-extension");
        play("checks-nothing", "dup-side-effects");
        programs.play(
                "checks-nothing-elsewhere",
                ForeignConsumer.silent("checks-nothing"),
                "--set=EFFECT=http",
                "dup-side-effects");
        programs.play(
                "charges-twice",
                ForeignConsumer.silent("charges-twice"),
                "--effect=POST /charges id=$.order.id",
                "--env=CHARGES_URL={AWS_ENDPOINT_URL_SQS}/charges",
                "dup-side-effects");
        programs.play(
                "orders-twice",
                ForeignConsumer.silent("orders-twice"),
                "--effect=dynamodb:PutItem table=orders key=order_id",
                "dup-side-effects");
    }

    private void play(String fault, String... arguments) {
        programs.play(fault, ForeignConsumer.silent(fault), arguments);
    }

    @AfterAll
    void endAll() {
        programs.close();
    }

    private String output(String fault) {
        return programs.get(fault).exitsWith(1);
    }

    @Test
    void acknowledgingBeforeTheWork() {
        programs.breaks("acknowledges-first", "crash", "nothing lost");
    }

    @Test
    void droppingWhatIsRejected() {
        programs.breaks("drops-rejected", "poison-partial-batch", "nothing lost");
    }

    @Test
    void dyingOfAMessage() {
        assertThat(output("dies-of-rejected"))
                .containsPattern("\npoison +BROKEN .* stayed up\n")
                .contains("ended by itself with exit code 3, after it had received", "Error: cannot handle it")
                .containsPattern("\n  play it again: java -jar dist/runner.jar poison .*--seed=");
    }

    @Test
    void standingStill() {
        assertThat(output("hangs-at-rejected"))
                .containsPattern("\npoison +BROKEN .* kept receiving\n")
                .contains("it does not resume");
    }

    @Test
    void ignoringSigterm() {
        programs.breaks("ignores-sigterm", "dup-graceful-shutdown", "exited with 0, others untouched");
        assertThat(output("ignores-sigterm")).containsPattern("\nshutdown/idle-ends +BROKEN ");
    }

    @Test
    void leavingAtSigtermWhatItHas() {
        assertThat(output("exits-at-sigterm"))
                .containsPattern("\nshutdown/under-load-finishes-work +BROKEN ")
                .containsPattern("\nshutdown/nothing-left-in-flight +BROKEN ")
                .containsPattern("\nshutdown/under-load-loses-nothing +held ")
                .containsPattern("\nshutdown/last-delivery-finished +BROKEN .* nothing dead-lettered");
    }

    @Test
    void endingWithAnError() {
        programs.breaks("fails-at-sigterm", "happy", "stopped cleanly");
    }

    @Test
    void ignoringAMessageWhoseDeletionFailed() {
        assertThat(output("ignores-what-it-had")).containsPattern("\ncaches/failed-deletion +BROKEN ");
    }

    @Test
    void givingUpAtAnError() {
        assertThat(output("gives-up-at-an-error")).containsPattern("\nerrors/access-denied +BROKEN .* kept receiving");
    }

    @Test
    void dyingOfARefusedExtension() {
        assertThat(output("dies-of-a-refused-extension"))
                .containsPattern("\nvisibility/refused-extension +BROKEN .* stayed up");
    }

    @Test
    void workingWithoutALookAtWhatWasDone() {
        programs.breaks("checks-nothing", "dup-side-effects", "effects performed once");
    }

    @Test
    void aKeyOfItsOwnForEachRequest() {
        programs.breaks("checks-nothing-elsewhere", "dup-side-effects", "effects performed once");
    }

    @Test
    void repetitionsWhereAMappingFindsTheEffects() {
        programs.breaks("charges-twice", "dup-side-effects", "effects performed once");
        programs.breaks("orders-twice", "dup-side-effects", "effects performed once");
    }
}
