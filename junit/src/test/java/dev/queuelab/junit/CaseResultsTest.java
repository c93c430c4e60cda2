package dev.queuelab.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.junit.CaseResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class CaseResultsTest {
    private static final String CASES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="Queue Lab">
              <testsuite name="queuelab.conformance">
                <testcase name="crash"><failure message="not a case" type="FAIL"/></testcase>
              </testsuite>
              <testsuite name="queuelab.cases">
                <testcase name="a/held"/>
                <testcase name="a/broken"><failure message="1 of 3 lost" type="BROKEN">
            Nothing is lost.
            nothing lost: ReceiveMessage at 1.2 s &lt;b&gt;
            </failure></testcase>
                <testcase name="a/open"><error message="no play judged it" type="NOT_JUDGED">
            Nothing else.
            </error></testcase>
                <testcase name="a/none"><skipped message="needs versions"/></testcase>
              </testsuite>
            </testsuites>
            """;

    @TempDir
    private Path folder;

    @Test
    void eachCaseIsATestAndAPlayIsNone() throws IOException {
        assertThat(read(CASES)).extracting(CaseResult::id).containsExactly("a/held", "a/broken", "a/open", "a/none");
        assertThat(read(CASES))
                .extracting(CaseResult::outcome)
                .containsExactly(Outcome.HELD, Outcome.BROKEN, Outcome.NOT_JUDGED, Outcome.NOT_APPLICABLE);
    }

    @Test
    void oneThatHeldEndsWell() throws IOException {
        CaseResult held = read(CASES).get(0);

        assertThatCode(() -> held.test(true, "again")).doesNotThrowAnyException();
    }

    @Test
    void aBrokenOneFailsWithTheFactsAndTheCommand() throws IOException {
        CaseResult broken = read(CASES).get(1);

        assertThatThrownBy(() -> broken.test(false, "java -jar x"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("""
                        1 of 3 lost
                        Nothing is lost.
                        nothing lost: ReceiveMessage at 1.2 s <b>
                        play it again: java -jar x""");
    }

    @Test
    void oneThatCouldNotBeJudgedIsAbortedAndFailsIfThatIsAskedFor() throws IOException {
        CaseResult open = read(CASES).get(2);

        assertThatThrownBy(() -> open.test(false, "x"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("not judged: no play judged it");
        assertThatThrownBy(() -> open.test(true, "x"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("not judged: no play judged it\nNothing else.");
    }

    @Test
    void oneThatIsNotApplicableIsAbortedWithTheReason() throws IOException {
        CaseResult none = read(CASES).get(3);

        assertThatThrownBy(() -> none.test(true, "x"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("not applicable: needs versions");
    }

    @Test
    void aFileWithoutCasesIsNoSuccess() {
        assertThatThrownBy(() -> read("<testsuites/>"))
                .isInstanceOf(QueueLabException.class)
                .hasMessageEndingWith("has no results by case");
        assertThatThrownBy(() -> read("half of a")).isInstanceOf(QueueLabException.class);
    }

    private List<CaseResult> read(String xml) throws IOException {
        return CaseResults.read(Files.writeString(folder.resolve("results.xml"), xml));
    }
}
