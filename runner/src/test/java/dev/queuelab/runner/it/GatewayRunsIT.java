package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.gateway.history.CallReader;
import dev.queuelab.gateway.history.CallRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios whose processes' calls pass the gateway. */
@ExtendWith(SharedProject.class)
class GatewayRunsIT {
    private final Project project;
    private final Path temp;

    GatewayRunsIT(Project project, @TempDir Path temp) {
        this.project = project;
        this.temp = temp;
    }

    private String run(String... arguments) {
        try (Program program = project.runner(temp, arguments)) {
            return program.exitsWith(0);
        }
    }

    private Run latest() {
        return Run.latest(temp.resolve("runs"));
    }

    private List<CallRecord> calls() {
        return CallReader.read(latest().folder().resolve("calls.jsonl"));
    }

    @Test
    void everyCallIsRecordedAndTheHistoriesAgree() {
        String output = run("happy", "--gateway");

        assertThat(output)
                .contains(
                        "calls pass the gateway\n", "PASS      histories agree with the calls: those of 1 consumer do");
        assertThat(calls())
                .extracting(
                        call -> call.called().process() + " " + call.called().operation())
                .contains(
                        "producer-1 SendMessageBatch",
                        "consumer-1 ReceiveMessage",
                        "consumer-1 UpdateItem",
                        "consumer-1 DeleteMessage");
        latest().isJudgedAgainAsItCameOut();
    }

    @Test
    void aFaultMeetsTheCallThatItIsForAndNothingIsLost() throws IOException {
        String output = run(
                "happy", "--fault", "reply-lost:operations=DeleteMessage,times=1", "--fault=delay:millis=1,times=1");

        assertThat(output)
                .contains("with faults: reply-lost:operations=DeleteMessage,times=1, delay:millis=1,times=1")
                .contains("PASS happy in");
        assertThat(calls())
                .filteredOn(call -> call.replied()
                        .filter(reply -> reply.faults().contains("reply-lost"))
                        .isPresent())
                .singleElement()
                .satisfies(call -> assertThat(call.called().operation()).isEqualTo("DeleteMessage"));
        assertThat(Files.readString(latest().folder().resolve("decisions.log"))).contains("reply-lost");
        assertThat(latest().json("run.json").path("again").toString()).contains("reply-lost", "delay:millis=1");
    }

    @Test
    void withoutItThereIsNoRecordOfCalls() {
        run("happy");

        assertThat(latest().folder()).isDirectoryNotContaining("glob:**/calls.jsonl");
    }

    @Test
    void whatAnEmulatorDoesNotDoIsDoneByTheGateway() {
        String output = run("dlq-redrive");

        assertThat(output)
                .contains("with faults: redrive-new-ids")
                .contains("PASS      new message ids seen: 5 of 5 came back under another MessageId");
    }

    /** The kill comes after the write, and before its reply: no other moment leaves the effect without its completion. */
    @Test
    void aProgramThatKnowsNoCrashKnobIsKilledAtTheVeryCall() {
        ForeignConsumer.requireNode();
        run("dup-side-effects", "--consumer-cmd=" + ForeignConsumer.silent("correct"), "--count=2");

        assertThat(latest().facts(Event.Signalled.class))
                .filteredOn(signal -> signal.signal().equals("KILL"))
                .hasSize(2);
        assertThat(calls())
                .filteredOn(call -> call.replied()
                        .filter(reply -> reply.faults().contains("breakpoint"))
                        .isPresent())
                .hasSize(2)
                .allSatisfy(call -> {
                    assertThat(call.called().operation()).isEqualTo("UpdateItem");
                    assertThat(call.called().subjects().get(0).isEffect()).isTrue();
                });
    }
}
