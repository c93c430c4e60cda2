package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.JudgedRun.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantChecksTest {
    private static final TenantChecks CHECKS = new TenantChecks("all", "loud");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final EvidenceBuilder run = new EvidenceBuilder();
    private final List<String> fields = new ArrayList<>();
    private int louds;

    /** Messages "loud0" and so on, then those of others. */
    private void sent(int loud, String... others) {
        run.by("producer-all");
        for (int number = 0; number < loud; number++) {
            run.sent("loud" + louds++);
            fields.add("{\"tenant\":\"loud\"}");
        }
        for (String other : others) {
            run.sent(other);
            fields.add("{\"tenant\":\"" + other + "\"}");
        }
        run.file("producer-all.jsonl", fields.toArray(String[]::new));
        run.after(SECOND).by("consumer-1");
    }

    private void receivedLoud(int from, int to) {
        for (int number = from; number < to; number++) {
            run.received("loud" + number);
        }
    }

    private EvidenceBuilder passed() {
        return run.wire(new WireEvidence(History.of(List.of()), Set.of(), List.of()));
    }

    @Test
    void whoWaitsForHalfOfTheBacklogWaitsLittle() {
        sent(4, "calm");
        receivedLoud(0, 2);
        run.received("calm");
        receivedLoud(2, 4);

        judged(CHECKS.othersWaitLittle(), passed()).passes("of 1, none for more than 50 % of it");
    }

    @Test
    void whoWaitsForMoreDoesNot() {
        sent(4, "calm", "quick");
        run.received("quick");
        receivedLoud(0, 3);
        run.received("calm");
        receivedLoud(3, 4);

        judged(CHECKS.othersWaitLittle(), passed()).fails("1 of 2 did not, and waited for up to 75 % of it: calm");
    }

    @Test
    void whoIsNeverReceivedWaitsForAll() {
        sent(4, "calm");
        receivedLoud(0, 4);

        judged(CHECKS.othersWaitLittle(), passed()).fails("1 of 1 did not, and waited for up to 100 % of it: calm");
    }

    @Test
    void whatHadBeenReceivedBeforeItWasSentIsNotWaitedFor() {
        sent(4);
        receivedLoud(0, 3);
        sent(0, "calm");
        run.received("calm").received("loud3");

        judged(CHECKS.othersWaitLittle(), passed()).passes("of 1, none for more than 0 % of it");
    }

    @Test
    void norIsWhatWasSentLater() {
        sent(2, "calm");
        sent(1);
        run.received("loud0").received("loud2").received("calm").received("loud1");

        judged(CHECKS.othersWaitLittle(), passed()).passes("of 1, none for more than 50 % of it");
    }

    @Test
    void aQueueThatIsNotFairWithoutTheGatewayIsNotToBlame() {
        sent(4, "calm");
        receivedLoud(0, 4);
        run.received("calm");

        judged(CHECKS.othersWaitLittle(), run).isSkipped("this queue is not fair");
    }

    @Test
    void withoutABacklogNothingIsShown() {
        sent(39, "calm");
        judged(CHECKS.flooded(), run).isUnknown("at least 39 were");
    }

    @Test
    void withOneItIs() {
        sent(40, "calm");
        judged(CHECKS.flooded(), run).passes("at least 40 were");
    }

    @Test
    void theTableHasTheWaitsOfEachTenant() {
        sent(2, "calm");
        run.received("calm").received("loud0").after(SECOND).received("loud1");

        assertThat(CHECKS.table().draw().apply(run.evidence()).rows())
                .containsExactly(
                        List.of("loud", "2", "2.0", "2.0", "100 %", ""),
                        List.of("calm", "1", "1.0", "1.0", "50 %", "0 %"));
    }
}
