package dev.queuelab.lab.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryFile;
import dev.queuelab.core.history.HistoryTail;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.WireHistory;
import dev.queuelab.lab.process.ChildEnvironment;
import dev.queuelab.lab.process.ChildProcess;
import dev.queuelab.lab.process.Children;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.scenarios.check.Depth;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivenessTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Depth TWO_WAIT = new Depth(2, 0, 0);

    private final Children children = new Children();
    private final WireHistory wire = new WireHistory();
    private final List<ConsumerHandle> consumers = new ArrayList<>();
    private final List<Event> recorded = new ArrayList<>();
    private final Liveness liveness = new Liveness(() -> consumers, recorded::add);

    @TempDir
    private Path temp;

    @AfterEach
    void endAll() {
        children.close();
    }

    @Test
    void aConsumerThatEndsAfterItsFirstMessageHasFailed() {
        consumer("consumer-1", true, "echo broken; exit 3");
        received("consumer-1");
        awaitEnd();

        assertThatThrownBy(liveness::requireUp)
                .isInstanceOf(ConsumerFailedException.class)
                .hasMessageContaining("consumer-1 ended unasked with exit code 3");
        assertThat(recorded).containsExactly(new Event.EndedUnasked("consumer-1", 3, "broken"));
    }

    @Test
    void oneThatEndsBeforeItMayNotBeAbleToStart() {
        consumer("consumer-1", true, "exit 3");
        awaitEnd();

        assertThatCode(liveness::requireUp).doesNotThrowAnyException();
    }

    @Test
    void oneThatWasToEndHasNotFailed() {
        consumer("consumer-1", true, "exit 3").mayEnd();
        received("consumer-1");
        awaitEnd();

        assertThatCode(liveness::requireUp).doesNotThrowAnyException();
    }

    @Test
    void oneThatAsksForNothingWhileMessagesWaitHasFailed() {
        consumer("consumer-1", true, "read line");
        asked("consumer-1", 0);

        look(TWO_WAIT, 1);
        look(TWO_WAIT, 29);

        assertThatThrownBy(() -> look(TWO_WAIT, 32))
                .isInstanceOf(ConsumerFailedException.class)
                .hasMessageContaining("consumer-1 asked for no message for 31 s, while 2 waited");
        assertThat(recorded).containsExactly(new Event.Stalled("consumer-1", 2, 31.0));
    }

    @Test
    void oneThatHasNeverAskedMayTakeLongToBegin() {
        consumer("consumer-1", true, "read line");
        look(TWO_WAIT, 1);

        assertThatCode(() -> look(TWO_WAIT, 40)).doesNotThrowAnyException();
    }

    @Test
    void oneThatAsksFromTimeToTimeGoesOn() {
        consumer("consumer-1", true, "read line");
        look(TWO_WAIT, 1);
        asked("consumer-1", 20);

        assertThatCode(() -> look(TWO_WAIT, 40)).doesNotThrowAnyException();
    }

    @Test
    void oneWithMessagesInFlightIsAtWork() {
        consumer("consumer-1", true, "read line");
        look(TWO_WAIT, 1);
        look(new Depth(1, 1, 0), 20);

        assertThatCode(() -> look(TWO_WAIT, 40)).doesNotThrowAnyException();
    }

    @Test
    void whereOneAsksTheOthersNeedNot() {
        consumer("consumer-1", true, "read line");
        consumer("consumer-2", true, "read line");
        look(TWO_WAIT, 1);
        asked("consumer-2", 39);

        assertThatCode(() -> look(TWO_WAIT, 40)).doesNotThrowAnyException();
    }

    @Test
    void ourOwnIsNotBlamed() {
        consumer("consumer-1", false, "exit 3");
        received("consumer-1");
        awaitEnd();
        consumer("consumer-2", false, "read line");

        look(TWO_WAIT, 1);
        assertThatCode(() -> look(TWO_WAIT, 40)).doesNotThrowAnyException();
        assertThatCode(liveness::requireUp).doesNotThrowAnyException();
    }

    private ChildProcess consumer(String name, boolean foreign, String script) {
        ChildProcess process = children.start(
                new ChildProcess.Launch(
                        name,
                        List.of("sh", "-c", script),
                        new ChildEnvironment(Set.of(), Map.of()),
                        temp.resolve(name + ".log")),
                line -> {});
        consumers.add(new ConsumerHandle(process, foreign, new HistoryTail(history(name)), Optional.of(wire)));
        return process;
    }

    private Path history(String name) {
        return temp.resolve(name + ".jsonl");
    }

    private void received(String name) {
        try (HistoryFile history = HistoryFile.begin(history(name), name, Clock.fixed(BEGIN, ZoneOffset.UTC))) {
            history.record(new Event.Received("a", "m", 1, BEGIN, null));
        }
    }

    private void asked(String name, int second) {
        Instant at = BEGIN.plusSeconds(second);
        wire.record(
                new CallFact.Called(second, at, name, Optional.of(Service.SQS), "ReceiveMessage", "q", 1, List.of()));
        wire.record(new CallFact.Replied(second, at, Optional.of(200), Optional.empty(), 1, List.of(), List.of()));
    }

    private void look(Depth depth, int second) {
        liveness.requireReceiving(depth, BEGIN.plusSeconds(second));
    }

    private void awaitEnd() {
        Wait.atMost(Duration.ofSeconds(60), "the process to end")
                .until(() -> consumers.get(0).process().isAlive(), alive -> !alive);
    }
}
