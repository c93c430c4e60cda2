package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Consumers in another language that do all right hold, however little of them is seen. */
@ExtendWith(SharedProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@PlaysMany
class BringYourOwnConsumerIT {
    private static final Path SCHEMA = Path.of("../docs/schemas/history.schema.json");

    private final Path temp;
    private final ConformancePrograms programs;

    BringYourOwnConsumerIT(Project project, @TempDir Path temp) {
        this.temp = temp;
        this.programs = new ConformancePrograms(project, temp);
    }

    @BeforeAll
    void playAll() {
        ForeignConsumer.requireNode();
        programs.play("telling", ForeignConsumer.telling("correct"), "happy", "poison-partial-batch", "version-order");
        programs.play(
                "silent",
                ForeignConsumer.silent("correct"),
                "crash",
                "dup",
                "dup-side-effects",
                "dup-graceful-shutdown",
                "poison",
                "poison-partial-batch");
        programs.play(
                "unseen",
                ForeignConsumer.silent("correct"),
                "--no-gateway",
                "crash",
                "dup-graceful-shutdown",
                "poison-partial-batch");
        programs.play("batching", "env MAX_MESSAGES=10 " + ForeignConsumer.silent("correct"), "dup-graceful-shutdown");
        programs.play("patient", "env WAIT_TIME_SECONDS=20 " + ForeignConsumer.silent("correct"), "fifo-order");
        programs.play(
                "stranger",
                ForeignConsumer.silent("knows-nothing"),
                "--repeat=2",
                "--without=business-key",
                "crash",
                "poison",
                "dup-side-effects",
                "business");
        programs.play(
                "calling", ForeignConsumer.silent("correct"), "--set=EFFECT=http", "dup-side-effects", "business");
        programs.play(
                "extending",
                ForeignConsumer.silent("extends"),
                "dup-heartbeat-refused",
                "dup-heartbeat-capped",
                "shutdown-last-delivery");
        programs.play(
                "charges",
                ForeignConsumer.silent("charges"),
                "--effect=POST /charges id=$.order.id",
                "--env=CHARGES_URL={AWS_ENDPOINT_URL_SQS}/charges",
                "dup-side-effects");
        programs.play(
                "orders",
                ForeignConsumer.silent("orders"),
                "--effect=dynamodb:PutItem table=orders key=order_id",
                "dup-side-effects");
    }

    @AfterAll
    void endAll() {
        programs.close();
    }

    @Test
    void aCorrectOneWithAHistoryIsJudgedInFull() throws IOException {
        String output = programs.get("telling").exitsWith(0);

        assertThat(output)
                .containsPattern("\nhappy +held +7 +0 +0\n")
                .containsPattern("\npoison-partial-batch +held +11 +0 +0\n")
                .containsPattern("\nversion-order +not applicable .* needs versions, ")
                .contains("2 of 2 scenarios held, 1 not applicable");
        assertThat(linesNotOfTheSchema()).isEmpty();
    }

    @Test
    void aCorrectOneWithoutAHistoryIsJudgedByItsCalls() {
        String output = programs.get("silent").exitsWith(0);

        assertThat(output)
                .containsPattern("\ncrash +held +7 +0 +1\n")
                .containsPattern("\ndup +held +7 +0 +1\n")
                .containsPattern("\ndup-side-effects +held +8 +0 +1\n")
                .containsPattern("\ndup-graceful-shutdown +held +9 +0 +1\n")
                .containsPattern("\npoison +held +8 +0 +1\n")
                .containsPattern("\npoison-partial-batch +held +10 +0 +1\n")
                .contains(
                        "to be killed before its first effect\n",
                        "to be killed after its first effect, before the reply\n",
                        "PASS      nothing unexpected: every message received was sent by this run");
        assertThat(Run.all(temp.resolve("silent")))
                .hasSize(6)
                .allSatisfy(run ->
                        assertThat(run.json("evidence.json").path("unobserved")).isNotEmpty())
                .allSatisfy(Run::isJudgedAgainAsItCameOut);
    }

    @Test
    void withoutTheGatewayItIsJudgedByWhatIsSeenFromOutside() {
        String output = programs.get("unseen").exitsWith(3);

        assertThat(output)
                .containsPattern("\ncrash +held +6 +0 +1\n")
                .containsPattern("\ndup-graceful-shutdown +held +7 +0 +2\n")
                .containsPattern("\npoison-partial-batch +not judged .* batch seen\n")
                .contains(
                        "SKIP      nothing unexpected: not judged: only a history shows which messages were received");
    }

    @Test
    void effectsByHttpAreJudgedByTheRequests() {
        assertThat(programs.get("calling").exitsWith(0))
                .contains("2 of 2 scenarios held")
                .containsPattern("PASS +effects performed once: 3 effects, each performed once");
    }

    @Test
    void effectsAreKnownByAMapping() {
        for (String name : List.of("charges", "orders")) {
            assertThat(programs.get(name).exitsWith(0))
                    .contains("1 of 1 scenarios held")
                    .containsPattern("PASS +effects performed once: 2 effects, each performed once");
        }
    }

    @Test
    void anExtensionThatIsRefusedNeedNotEndAConsumer() {
        assertThat(programs.get("extending").exitsWith(0)).contains("3 of 3 scenarios held");
    }

    @Test
    void aBatchThatIsHandedBackInPartIsNoFault() {
        assertThat(programs.get("batching").exitsWith(0)).contains("1 of 1 scenarios held");
    }

    @Test
    void pollsOfTwentySecondsTakeNothingFromTheNext() {
        assertThat(programs.get("patient").exitsWith(0)).contains("1 of 1 scenarios held");
    }

    @Test
    void aStrangerIsHeldToNothingThatItDoesNotKnow() {
        assertThat(programs.get("stranger").exitsWith(0))
                .containsPattern("\ncrash +held ")
                .containsPattern("\npoison +not applicable .* needs poison-marker, ")
                .containsPattern("\ndup-side-effects +not applicable .* needs effects, ")
                .containsPattern("\nbusiness +not applicable .* needs business-key")
                .contains("1 of 1 scenarios held, 3 not applicable");
        assertThat(Run.all(temp.resolve("stranger"))).hasSize(6);
    }

    private List<String> linesNotOfTheSchema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
        try (Stream<Path> files = Files.walk(temp.resolve("telling"))) {
            List<String> lines = files.filter(
                            file -> file.getFileName().toString().endsWith(".jsonl"))
                    .filter(file -> file.getParent().endsWith("history"))
                    .flatMap(BringYourOwnConsumerIT::lines)
                    .toList();
            assertThat(lines).hasSizeGreaterThan(50);
            return lines.stream()
                    .filter(line -> !schema.validate(line, InputFormat.JSON).isEmpty())
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
