package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.core.payload.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only newer versions are applied, also by consumers that share the files. */
@Timeout(60)
class VersionFileTest {
    private static final int VERSIONS = 500;

    @TempDir
    private Path folder;

    private final List<String> judged = new ArrayList<>();

    @Test
    void anOlderOrEqualVersionIsStale() {
        judge(versions(), "e", 2, 1, 2, 3);

        assertThat(judged).containsExactly("e2 applied", "e1 stale", "e2 stale", "e3 applied");
    }

    @Test
    void withoutVersioningTheLastToArriveStands() {
        VersionGate gate = VersionGate.of(settings(folder, "0"));

        for (int number : new int[] {2, 1}) {
            gate.applyIfNewer(payload("e", number), () -> done("e" + number + " applied"), () -> done("never"));
        }

        assertThat(judged).containsExactly("e2 applied", "e1 applied");
        assertThat(folder.resolve("state.json")).hasContent("{\"e\":1}");
    }

    @Test
    void withoutFilesEverythingIsLetThrough() {
        assertThat(VersionGate.of(Samples.settings())).isSameAs(VersionGate.OPEN);
    }

    @Test
    void entitiesAreJudgedApart() {
        VersionFile versions = versions();
        judge(versions, "e", 2);

        judge(versions, "f", 1);

        assertThat(judged).containsExactly("e2 applied", "f1 applied");
        assertThat(log()).hasContent("{\"entity_id\":\"e\",\"version\":2}\n{\"entity_id\":\"f\",\"version\":1}");
    }

    @Test
    void anotherConsumerKnowsWhatTheFirstApplied() {
        judge(versions(), "e", 7);

        judge(versions(), "e", 6);

        assertThat(judged).containsExactly("e7 applied", "e6 stale");
    }

    @Test
    void threadsOfOneConsumerApplyEachEntitysVersionsOneAfterTheOther() {
        VersionFile versions = versions();

        IntStream.range(0, 100).parallel().forEach(number -> {
            DeliveryOutcome applied = new DeliveryOutcome.Done();
            DeliveryOutcome stale = new DeliveryOutcome.Expired(Duration.ZERO);
            versions.applyIfNewer(payload("e" + number, 1), () -> applied, () -> stale);
        });

        assertThat(log()).content().hasLineCount(100);
    }

    @Test
    void aVersionWhoseApplicationFailedCountsAsNotApplied() {
        VersionFile versions = versions();
        assertThatThrownBy(() -> versions.applyIfNewer(
                        payload("e", 2),
                        () -> {
                            throw new IllegalStateException("down");
                        },
                        () -> done("stale")))
                .hasMessage("down");

        judge(versions, "e", 1);

        assertThat(judged).containsExactly("e1 applied");
        assertThat(log()).hasContent("{\"entity_id\":\"e\",\"version\":1}");
    }

    @Test
    void aVersionThatExpiredCountsAsNotApplied() {
        VersionFile versions = versions();

        versions.applyIfNewer(
                payload("e", 2), () -> new DeliveryOutcome.Expired(Duration.ofSeconds(9)), () -> done("stale"));
        judge(versions, "e", 1);

        assertThat(judged).containsExactly("e1 applied");
    }

    @Test
    void aStateThatCannotBeReadStopsTheWorkInsteadOfBeingTakenForEmpty() throws Exception {
        Files.writeString(folder.resolve("state.json"), "{torn");

        assertThatThrownBy(() -> judge(versions(), "e", 1)).isInstanceOf(StepFailedException.class);
        assertThat(judged).isEmpty();
    }

    @Test
    void aStateInAnotherCharacterSetIsNamedWithTheByte() throws Exception {
        Files.writeString(folder.resolve("state.json"), "{\"Größe\":1}", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> judge(versions(), "e", 1))
                .hasMessageContaining("state.json is not in UTF-8: byte 0xF6 at offset 4");
    }

    @Test
    void aLogThatCannotBeWrittenIsNamedAndTheStateLeavesNothingBeside() throws Exception {
        Files.createDirectory(folder.resolve("versions.log"));

        assertThatThrownBy(() -> judge(versions(), "e", 1))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContainingAll(folder.resolve("state.json").toString(), log().toString());
        assertThat(folder.toFile().list()).doesNotContain("state.json.next");
    }

    @Test
    void aStateThatCannotBeReplacedLeavesNothingBeside() throws Exception {
        Files.createDirectories(folder.resolve("state.json.next"));

        assertThatThrownBy(() -> judge(versions(), "e", 1)).isInstanceOf(StepFailedException.class);

        assertThat(folder.toFile().list()).doesNotContain("state.json.next");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":1}",
                "{\"entity_id\":null,\"version\":1}",
                "{\"entity_id\":[1],\"version\":1}",
                "{\"entity_id\":\"\\ud800\",\"version\":1}",
                "{\"entity_id\":\"e\"}",
                "{\"entity_id\":\"e\",\"version\":\"1\"}",
                "{\"entity_id\":\"e\",\"version\":1.5}",
                "{\"entity_id\":\"e\",\"version\":99999999999999999999}",
                "no object"
            })
    void aMessageWithoutAUsableEntityAndVersionIsRejected(String body) {
        assertThatThrownBy(() -> versions().requireVersion(Payload.parse(body)))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageMatching(
                        "its field (entity_id, which ENTITY_KEY|version, which VERSION_KEY) names, is (neither|not) .*");
    }

    /** A consumer that is given every version in turn, and writes down each effect it performs. */
    static final class Applier {
        private Applier() {}

        public static void main(String[] args) {
            Path folder = Path.of(args[0]);
            VersionFile versions = versionsIn(folder);
            for (int number = 1; number <= VERSIONS; number++) {
                String line = number + "\n";
                versions.applyIfNewer(
                        payload("e", number), () -> append(folder.resolve("effects"), line), DeliveryOutcome.Done::new);
            }
        }

        private static DeliveryOutcome append(Path file, String line) {
            try {
                Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                return new DeliveryOutcome.Done();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void consumersAtOnceApplyEachVersionOnceAndInOrder() throws Exception {
        JavaChild one = JavaChild.start(folder, Map.of(), Applier.class, folder.toString());
        JavaChild other = JavaChild.start(folder, Map.of(), Applier.class, folder.toString());

        assertThat(List.of(one.await(), other.await()))
                .allSatisfy(end -> assertThat(end.exitCode()).as(end.err()).isZero());

        List<String> allInOrder =
                IntStream.rangeClosed(1, VERSIONS).mapToObj(Integer::toString).toList();
        assertThat(Files.readAllLines(folder.resolve("effects"))).isEqualTo(allInOrder);
        assertThat(Files.readAllLines(log()))
                .isEqualTo(allInOrder.stream()
                        .map(number -> "{\"entity_id\":\"e\",\"version\":" + number + "}")
                        .toList());
    }

    private void judge(VersionFile versions, String entity, int... numbers) {
        for (int number : numbers) {
            versions.applyIfNewer(
                    payload(entity, number),
                    () -> done(entity + number + " applied"),
                    () -> done(entity + number + " stale"));
        }
    }

    private DeliveryOutcome done(String what) {
        judged.add(what);
        return new DeliveryOutcome.Done();
    }

    private VersionFile versions() {
        return versionsIn(folder);
    }

    private Path log() {
        return folder.resolve("versions.log");
    }

    private static VersionFile versionsIn(Path folder) {
        return new VersionFile(settings(folder, "1"));
    }

    private static Settings settings(Path folder, String enabled) {
        return Samples.settings(
                "VERSIONING_ENABLED", enabled,
                "VERSION_STATE_PATH", folder.resolve("state.json").toString(),
                "VERSION_LOG_PATH", folder.resolve("versions.log").toString());
    }

    private static Payload payload(String entity, int version) {
        return Payload.parse("{\"entity_id\":\"" + entity + "\",\"version\":" + version + "}");
    }
}
