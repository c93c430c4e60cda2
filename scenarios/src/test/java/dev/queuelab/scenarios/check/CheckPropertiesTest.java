package dev.queuelab.scenarios.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Checks hold, or do not, whatever fates the messages of a run meet. */
class CheckPropertiesTest {

    /** What became of one message. */
    enum Fate {
        PROCESSED,
        REDELIVERED_AND_SKIPPED,
        PERFORMED_TWICE,
        DEAD_LETTERED,
        VANISHED
    }

    record Life(String id, Fate fate) {}

    @Property
    void aMessageIsAccountedForOrLostAndNeverBoth(@ForAll("lives") List<Life> lives) {
        EvidenceBuilder run = lived(lives);

        CheckOutcome outcome = LossChecks.NOTHING_LOST.evaluate(run.evidence());

        long lost = lives.stream().filter(life -> life.fate() == Fate.VANISHED).count();
        assertThat(outcome.verdict()).isEqualTo(lost == 0 ? Verdict.PASS : Verdict.FAIL);
        if (lost > 0) {
            assertThat(outcome.finding()).startsWith(lost + " of " + lives.size() + " lost");
        }
    }

    @Property
    void effectsFailExactlyWhenOneWasPerformedTwice(@ForAll("lives") List<Life> lives) {
        EvidenceBuilder run = lived(lives);

        Verdict verdict = EffectChecks.PERFORMED_ONCE.evaluate(run.evidence()).verdict();

        assertThat(verdict)
                .isEqualTo(
                        lives.stream().anyMatch(life -> life.fate() == Fate.PERFORMED_TWICE)
                                ? Verdict.FAIL
                                : Verdict.PASS);
    }

    @Property
    void theOrderOfMessagesDoesNotMatter(@ForAll("lives") List<Life> lives) {
        List<Life> backwards = new ArrayList<>(lives);
        Collections.reverse(backwards);

        assertThat(verdicts(lived(backwards))).isEqualTo(verdicts(lived(lives)));
    }

    @Property
    void aQueueThatHoldsSomethingTurnsLostIntoUnknownAndNothingElse(@ForAll("lives") List<Life> lives) {
        Verdict empty = lost(lived(lives));
        Verdict holding = lost(lived(lives).leftOnTheQueue(1));

        assertThat(holding).isEqualTo(empty == Verdict.FAIL ? Verdict.UNKNOWN : empty);
    }

    @Provide
    Arbitrary<List<Life>> lives() {
        Arbitrary<Set<Integer>> ids =
                Arbitraries.integers().between(1, 50).set().ofMaxSize(12);
        Arbitrary<List<Fate>> fates = Arbitraries.of(Fate.class).list().ofSize(12);
        return Combinators.combine(ids, fates)
                .as((some, fate) -> new TreeSet<>(some)
                        .stream()
                                .map(id -> new Life("m" + id, fate.get(id % fate.size())))
                                .collect(Collectors.toList()));
    }

    private static EvidenceBuilder lived(List<Life> lives) {
        EvidenceBuilder run = new EvidenceBuilder();
        for (Life life : lives) {
            String id = life.id();
            run.sent(id);
            switch (life.fate()) {
                case PROCESSED -> run.processed(id);
                case REDELIVERED_AND_SKIPPED -> run.processed(id).received(id).skipped(id, id);
                case PERFORMED_TWICE -> run.processed(id).processed(id);
                case DEAD_LETTERED -> run.received(id).received(id).deadLettered(id);
                case VANISHED -> run.received(id).deleted(id);
            }
        }
        return run;
    }

    private static Verdict lost(EvidenceBuilder run) {
        return LossChecks.NOTHING_LOST.evaluate(run.evidence()).verdict();
    }

    private static List<Verdict> verdicts(EvidenceBuilder run) {
        return Stream.of(
                        LossChecks.NOTHING_LOST,
                        LossChecks.NOTHING_UNEXPECTED,
                        EffectChecks.PERFORMED_ONCE,
                        QueueChecks.NOTHING_DEAD_LETTERED,
                        DeliveryChecks.redelivered(1))
                .map(check -> check.evaluate(run.evidence()).verdict())
                .toList();
    }
}
