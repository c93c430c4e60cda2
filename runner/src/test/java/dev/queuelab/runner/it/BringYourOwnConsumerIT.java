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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Consumers in another language. One that does all right holds; each fault is found by the check that stands for it,
 * though none of the faulty ones tells anything of itself. They mostly wait, so a few of them run side by side: each has a
 * sandbox, and more would keep each other from starting in time.
 */
@ExtendWith(SharedProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@PlaysMany
class BringYourOwnConsumerIT {
    private static final Path SCHEMA = Path.of("../docs/schemas/history.schema.json");

    private final Project project;
    private final Path temp;
    private final ExecutorService few = Executors.newFixedThreadPool(4);
    private final Queue<Program> started = new ConcurrentLinkedQueue<>();
    private final Map<String, Future<Program>> programs = new HashMap<>();

    BringYourOwnConsumerIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    @BeforeAll
    void startAll() {
        ForeignConsumer.requireNode();
        conformance("telling", ForeignConsumer.telling("correct"), "happy", "poison-partial-batch", "version-order");
        conformance(
                "silent",
                ForeignConsumer.silent("correct"),
                "crash",
                "dup",
                "dup-side-effects",
                "dup-graceful-shutdown",
                "poison",
                "poison-partial-batch");
        conformance(
                "unseen",
                ForeignConsumer.silent("correct"),
                "--no-gateway",
                "crash",
                "dup-graceful-shutdown",
                "poison-partial-batch");
        conformance("hasty", ForeignConsumer.silent("acknowledges-first"), "crash");
        conformance("dropping", ForeignConsumer.silent("drops-rejected"), "poison-partial-batch");
        conformance("deaf", ForeignConsumer.silent("ignores-sigterm"), "dup-graceful-shutdown");
        conformance("abandoning", ForeignConsumer.silent("exits-at-sigterm"), "shutdown-under-load");
        conformance("deafer", ForeignConsumer.silent("ignores-sigterm"), "--case=shutdown/idle-ends");
        conformance("remembering", ForeignConsumer.silent("ignores-what-it-had"), "--kind=caches");
        conformance("despairing", ForeignConsumer.silent("gives-up-at-an-error"), "--case=errors/access-denied");
        conformance("clumsy", ForeignConsumer.silent("fails-at-sigterm"), "happy");
        conformance("dying", ForeignConsumer.silent("dies-of-rejected"), "poison");
        conformance("hanging", ForeignConsumer.silent("hangs-at-rejected"), "poison");
        conformance("batching", "env MAX_MESSAGES=10 " + ForeignConsumer.silent("correct"), "dup-graceful-shutdown");
        conformance("patient", "env WAIT_TIME_SECONDS=20 " + ForeignConsumer.silent("correct"), "fifo-order");
        conformance(
                "stranger",
                ForeignConsumer.silent("knows-nothing"),
                "--repeat=2",
                "--without=business-key",
                "crash",
                "poison",
                "dup-side-effects",
                "business");
        conformance("blind", ForeignConsumer.silent("checks-nothing"), "dup-side-effects");
        conformance("calling", ForeignConsumer.silent("correct"), "--set=EFFECT=http", "dup-side-effects", "business");
        conformance("calling-blind", ForeignConsumer.silent("checks-nothing"), "--set=EFFECT=http", "dup-side-effects");
        startThoseWithMappings();
    }

    /** Consumers whose effects are where a mapping says. */
    private void startThoseWithMappings() {
        for (String mode : List.of("charges", "charges-twice")) {
            conformance(
                    mode,
                    ForeignConsumer.silent(mode),
                    "--effect=POST /charges id=$.order.id",
                    "--env=CHARGES_URL={AWS_ENDPOINT_URL_SQS}/charges",
                    "dup-side-effects");
        }
        for (String mode : List.of("orders", "orders-twice")) {
            conformance(
                    mode,
                    ForeignConsumer.silent(mode),
                    "--effect=dynamodb:PutItem table=orders key=order_id",
                    "dup-side-effects");
        }
    }

    private void conformance(String name, String command, String... scenarios) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "conformance",
                                "--visibility-timeout=4", // for machines that are busy
                                "--run-dir=" + name,
                                "--consumer-cmd=" + command),
                        Stream.of(scenarios))
                .toArray(String[]::new);
        programs.put(name, few.submit(() -> {
            Program program = project.runner(temp, arguments);
            started.add(program);
            program.exitCode();
            return program;
        }));
    }

    private Program program(String name) {
        try {
            return Objects.requireNonNull(programs.get(name)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void endAll() {
        few.shutdownNow();
        started.forEach(Program::close);
    }

    @Test
    void aCorrectOneWithAHistoryIsJudgedInFull() throws IOException {
        String output = program("telling").exitsWith(0);

        assertThat(output)
                .containsPattern("\nhappy +held +7 +0 +0\n")
                .containsPattern("\npoison-partial-batch +held +11 +0 +0\n")
                .containsPattern("\nversion-order +not applicable .* needs versions, ")
                .contains("2 of 2 scenarios held, 1 not applicable");
        assertThat(linesNotOfTheSchema()).isEmpty();
    }

    @Test
    void aCorrectOneWithoutAHistoryIsJudgedByItsCalls() {
        String output = program("silent").exitsWith(0);

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
        String output = program("unseen").exitsWith(3);

        assertThat(output)
                .containsPattern("\ncrash +held +6 +0 +1\n")
                .containsPattern("\ndup-graceful-shutdown +held +7 +0 +2\n")
                .containsPattern("\npoison-partial-batch +not judged .* batch seen\n")
                .contains(
                        "SKIP      nothing unexpected: not judged: only a history shows which messages were received");
    }

    @Test
    void acknowledgingBeforeTheWorkIsFound() {
        broken("hasty", "crash", "nothing lost");
    }

    @Test
    void droppingWhatIsRejectedIsFound() {
        broken("dropping", "poison-partial-batch", "nothing lost");
    }

    @Test
    void ignoringSigtermIsFound() {
        broken("deaf", "dup-graceful-shutdown", "exited with 0, others untouched");
    }

    @Test
    void leavingUnderLoadWhatItHasIsFound() {
        assertThat(program("abandoning").exitsWith(1))
                .containsPattern("\nshutdown/under-load-finishes-work +BROKEN ")
                .containsPattern("\nshutdown/nothing-left-in-flight +BROKEN ")
                .containsPattern("\nshutdown/under-load-loses-nothing +held ");
    }

    @Test
    void notEndingThoughNothingIsInHandIsFound() {
        assertThat(program("deafer").exitsWith(1))
                .containsPattern("\nshutdown/idle-ends +BROKEN ")
                .contains("0 of 1 cases held");
    }

    @Test
    void ignoringAMessageWhoseDeletionFailedIsFound() {
        assertThat(program("remembering").exitsWith(1)).containsPattern("\ncaches/failed-deletion +BROKEN ");
    }

    @Test
    void givingUpAtAnErrorIsFound() {
        assertThat(program("despairing").exitsWith(1))
                .containsPattern("\nerrors/access-denied +BROKEN .* kept receiving");
    }

    @Test
    void endingWithAnErrorIsFound() {
        broken("clumsy", "happy", "stopped cleanly");
    }

    @Test
    void doingWithoutCheckingIsFound() {
        broken("blind", "dup-side-effects", "effects performed once");
    }

    @Test
    void effectsByHttpAreJudgedByTheRequests() {
        assertThat(program("calling").exitsWith(0))
                .contains("2 of 2 scenarios held")
                .containsPattern("PASS +effects performed once: 3 effects, each performed once");
    }

    @Test
    void aKeyOfItsOwnForEachRequestIsFound() {
        broken("calling-blind", "dup-side-effects", "effects performed once");
    }

    @Test
    void effectsAreKnownByAMapping() {
        for (String name : List.of("charges", "orders")) {
            assertThat(program(name).exitsWith(0))
                    .contains("1 of 1 scenarios held")
                    .containsPattern("PASS +effects performed once: 2 effects, each performed once");
        }
    }

    @Test
    void repetitionsAreFoundByAMapping() {
        broken("charges-twice", "dup-side-effects", "effects performed once");
        broken("orders-twice", "dup-side-effects", "effects performed once");
    }

    @Test
    void aConsumerThatDiesOfAMessageIsFound() {
        assertThat(program("dying").exitsWith(1))
                .containsPattern("\npoison +BROKEN .* stayed up\n")
                .contains("ended by itself with exit code 3, after it had received", "Error: cannot handle it")
                .containsPattern("\n  play it again: java -jar dist/runner.jar poison .*--seed=");
    }

    @Test
    void aConsumerThatStandsStillIsFound() {
        assertThat(program("hanging").exitsWith(1))
                .containsPattern("\npoison +BROKEN .* kept receiving\n")
                .contains("it does not resume");
    }

    @Test
    void aBatchThatIsHandedBackInPartIsNoFault() {
        assertThat(program("batching").exitsWith(0)).contains("1 of 1 scenarios held");
    }

    @Test
    void pollsOfTwentySecondsTakeNothingFromTheNext() {
        assertThat(program("patient").exitsWith(0)).contains("1 of 1 scenarios held");
    }

    @Test
    void aStrangerIsHeldToNothingThatItDoesNotKnow() {
        assertThat(program("stranger").exitsWith(0))
                .containsPattern("\ncrash +held ")
                .containsPattern("\npoison +not applicable .* needs poison-marker, ")
                .containsPattern("\ndup-side-effects +not applicable .* needs effects, ")
                .containsPattern("\nbusiness +not applicable .* needs business-key")
                .contains("1 of 1 scenarios held, 3 not applicable");
        assertThat(Run.all(temp.resolve("stranger"))).hasSize(6);
    }

    private void broken(String name, String scenario, String check) {
        assertThat(program(name).exitsWith(1)).containsPattern("\n" + scenario + " +BROKEN .* " + check + "\n");
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
