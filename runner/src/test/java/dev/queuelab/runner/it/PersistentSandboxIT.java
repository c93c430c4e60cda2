package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.lab.environment.Outputs;
import dev.queuelab.lab.environment.PersistentSandbox;
import dev.queuelab.lab.environment.Stack;
import dev.queuelab.lab.environment.StackLock;
import dev.queuelab.lab.process.Dist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox that stays up between runs. */
@ChangesProject
class PersistentSandboxIT {
    private final Project project;
    private final PersistentSandbox kept;

    @TempDir
    private Path temp;

    PersistentSandboxIT(Project project) {
        this.project = project;
        this.kept = PersistentSandbox.of(new Dist(project.dist(), Optional.empty()));
    }

    @AfterEach
    void down() throws IOException {
        sandbox("down").exitsWith(0);
        Files.deleteIfExists(project.dotEnv());
    }

    @Test
    void isStartedOnceAndKnowsItsOwnDotEnv() {
        assertThat(sandbox("status").exitsWith(1)).contains("The sandbox is not up.");

        List<Program> ups = List.of(sandbox("up"), sandbox("up"));
        List<String> outputs = ups.stream().map(up -> up.exitsWith(0)).toList();

        assertThat(outputs).filteredOn(output -> output.contains("up already")).hasSize(1);
        assertThat(outputs)
                .filteredOn(output -> output.contains("Wrote " + project.dotEnv()))
                .hasSize(1);
        assertThat(sandbox("status").exitsWith(0)).contains("The sandbox is up: SQS http://127.0.0.1:");
        assertThat(project.dotEnv()).content().contains("export QUEUE_URL='http://127.0.0.1:");

        assertThat(sandbox("down").exitsWith(0)).contains("The sandbox is down.", "Removed " + project.dotEnv());
        assertThat(project.dotEnv()).doesNotExist();
        assertThat(sandbox("status").exitsWith(1)).contains("The sandbox is not up.");
        assertThat(sandbox("down").exitsWith(0)).contains("The sandbox was not up.");
    }

    @Test
    void leavesAForeignDotEnvAloneAndIsStartedAnewWhenKilled() throws IOException {
        Files.writeString(project.dotEnv(), "MINE=1\n");
        assertThat(sandbox("up").exitsWith(0)).contains("Left " + project.dotEnv() + " alone");

        kill(ProcessHandle.of(kept.process().orElseThrow().pid()).orElseThrow());

        assertThat(sandbox("status").exitsWith(1)).contains("The sandbox is not up.");
        assertThat(project.runner(temp, "happy", "--count=1").exitsWith(0))
                .contains("Queue Lab on a sandbox for this run", "PASS happy");
        assertThat(sandbox("up").exitsWith(0)).contains("The sandbox is up: ");
        assertThat(sandbox("status").exitsWith(0)).contains("The sandbox is up: ");
        sandbox("down").exitsWith(0);
        assertThat(project.dotEnv()).hasContent("MINE=1");
    }

    /** ElasticMQ's move task would bring them back, were it not for the purge before each play. */
    @Test
    void aRedriveDoesNotBringBackDeadLettersThatWereRemovedBeforeThePlay() {
        sandbox("up", "--visibility-timeout=1").exitsWith(0);
        send(stack("dlq-redrive").dlqUrl().orElseThrow());

        assertThat(project.runner(temp, "dlq-redrive").exitsWith(0))
                .contains("removed 1 message that", "redrive: COMPLETED, 5 of 5 moved", "PASS dlq-redrive");
    }

    @Test
    @SuppressWarnings("try") // the lock is held, not used
    void runsWaitForAStackThatIsInUseAndRemoveWhatOthersLeft() throws IOException {
        sandbox("up").exitsWith(0);
        Files.createDirectory(project.folder().resolve("scripts"));
        Files.copy(Project.scripts().resolve("lib.sh"), project.folder().resolve("scripts/lib.sh"));
        Path script = Files.copy(
                Project.scripts().resolve("run_producer.sh"),
                project.folder().resolve("scripts").resolve("run_producer.sh"));

        assertThat(project.shell("scripts/run_producer.sh --n 5").exitsWith(0)).contains("5");
        Path history = temp.resolve("by-hand.jsonl");
        project.shell(". ./.env && MESSAGE_LIMIT=5 HISTORY_PATH='" + history + "' exec '" + Project.java()
                        + "' -jar dist/consumer.jar")
                .exitsWith(0);
        assertThat(HistoryReader.readFile(history).all(Event.Deleted.class)).hasSize(5);

        project.shell(script + " --n 3").exitsWith(0);
        List<Program> runs;
        try (StackLock lock = StackLock.tryAcquire(stack("happy")).orElseThrow()) {
            runs = List.of(happy(), happy());
            runs.forEach(run -> run.awaitLine("waiting for stack happy, which another run uses"));
        }
        runs.forEach(run -> run.exitsWith(0));
        assertThat(runs)
                .filteredOn(run -> run.printed("removed 3 messages that an earlier run had left"))
                .hasSize(1);
        assertThat(Run.all(temp.resolve("runs")))
                .extracting(run -> run.verdict().path("verdict").asText())
                .containsExactly("PASS", "PASS");
    }

    /** A folder for temporary files in which another user was first must not stop a run. */
    @Test
    void aSandboxForOneRunLocksNothing() throws IOException {
        Path temporary = Files.createDirectory(temp.resolve("temporary"));
        Map<String, String> variables = Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);

        assertThat(project.runner(temp, variables, "happy", "--count=1").exitsWith(0))
                .contains("Queue Lab on a sandbox for this run", "PASS happy");
        assertThat(temporary).isDirectoryNotContaining("glob:**queue-lab-locks*");
    }

    @Test
    void aSeedDecidesWhichMessagesArePoisonAndNotWhoTheyAre() {
        sandbox("up", "--visibility-timeout=1").exitsWith(0);

        List<Program> plays = List.of(poison(), poison());
        plays.forEach(play -> assertThat(play.exitsWith(0)).contains(", seed 7\n", "PASS poison"));

        List<Run> runs = Run.all(temp.resolve("runs"));
        assertThat(runs).hasSize(2);
        assertThat(runs.stream().map(PersistentSandboxIT::poisonPlaces).distinct())
                .singleElement()
                .satisfies(places -> assertThat(places).hasSize(4));
        Set<String> all = new HashSet<>();
        runs.forEach(run -> all.addAll(ids(run)));
        assertThat(all).hasSize(16);
    }

    private Program sandbox(String... arguments) {
        return project.runner(
                temp, Stream.concat(Stream.of("sandbox"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Program happy() {
        return project.runner(temp, "happy", "--count=2");
    }

    private Program poison() {
        return project.runner(temp, "poison", "--seed=7", "--count=8", "--poison-count=4");
    }

    private Stack stack(String key) {
        return Optional.ofNullable(Outputs.read(kept.document()).stacks().get(key))
                .orElseThrow();
    }

    private void send(String queueUrl) {
        Outputs outputs = Outputs.read(kept.document());
        try (AwsAccess aws =
                AwsAccess.toEmulator(outputs.region(), outputs.endpoints().orElseThrow())) {
            aws.sqs().sendMessage(request -> request.queueUrl(queueUrl).messageBody("{\"id\":\"of another time\"}"));
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Places in the order of sending. */
    private static List<Integer> poisonPlaces(Run run) {
        Map<String, Boolean> poison =
                run.history().all(Event.Sent.class).collect(Collectors.toMap(Event.Sent::id, Event.Sent::poison));
        List<String> ids = ids(run);
        return Stream.iterate(0, place -> place + 1)
                .limit(ids.size())
                .filter(place -> poison.getOrDefault(ids.get(place), false))
                .toList();
    }

    private static List<String> ids(Run run) {
        return run.history().all(Event.Sending.class).map(Event.Sending::id).toList();
    }
}
