package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.cases.Cases;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class BadgeTest {
    private static final PlannedRun MORE = new PlannedRun("happy", Optional.empty());
    private static final CheckOutcome KEPT = Sample.KEPT;
    private static final CheckOutcome BROKE = new CheckOutcome("nothing lost", Verdict.FAIL, "1 of 3 lost");

    @Test
    void looksLikeItsGoldenFiles() throws IOException {
        Golden.assertIs(Badge.text(judged(List.of(Sample.ended("crash", KEPT)))), "held.svg");
        Golden.assertIs(Badge.text(Sample.conformance()), "broken.svg");
        Golden.assertIs(Badge.text(Sample.nothingYet()), "not-judged.svg");
    }

    @Test
    void itSaysTheSameToEyesAndEars() throws Exception {
        Element badge = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Badge.text(Sample.conformance()))))
                .getDocumentElement();

        assertThat(badge.getAttribute("role")).isEqualTo("img");
        assertThat(badge.getAttribute("aria-label")).isEqualTo("queue lab: 1 broken");
        assertThat(badge.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("queue lab: 1 broken");
        assertThat(badge.getElementsByTagName("text").item(1).getTextContent()).isEqualTo("1 broken");
    }

    @Test
    void nothingIsHeldWhilePlaysAreMissingOrACaseIsNotJudged() {
        assertThat(Badge.text(judged(List.of(Sample.ended("crash", KEPT)), MORE)))
                .contains("queue lab: not judged");
        assertThat(Badge.text(Sample.results("conformance", List.of(Sample.ended("crash", KEPT)))
                        .judging(plan("acknowledgement/not-before-the-work", "handles/late-deletion"))))
                .contains("queue lab: not judged");
    }

    @Test
    void aBreakIsSeenAtOnce() {
        assertThat(Badge.text(judged(List.of(Sample.ended("crash", BROKE)), MORE)))
                .contains("queue lab: 1 broken");
    }

    @Test
    void oneThatDiffersBetweenPlaysIsNotHeld() {
        assertThat(Badge.text(judged(List.of(Sample.ended("crash", KEPT), Sample.ended("crash", BROKE)))))
                .contains("queue lab: 1 unstable");
    }

    private static SuiteResults judged(List<RunResult> runs, PlannedRun... missing) {
        return Sample.results("conformance", runs, missing).judging(plan("acknowledgement/not-before-the-work"));
    }

    private static CasePlan plan(String... ids) {
        return new CasePlan(
                Stream.of(ids).map(id -> Cases.find(id).orElseThrow()).toList(), Map.of());
    }
}
