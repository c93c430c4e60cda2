package dev.queuelab.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.scenarios.cases.Cases;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class JUnitXmlTest {
    static final List<SuiteResults> SAMPLES = JsonResultsTest.SAMPLES;

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void isAsItsSchemaSaysAndCountsRight(SuiteResults results) throws Exception {
        Document document = JUnitSchema.read(JUnitXml.text(results));

        Element all = document.getDocumentElement();
        assertThat(all.getAttribute("tests")).isEqualTo(count(all, "testcase"));
        assertThat(all.getAttribute("failures")).isEqualTo(count(all, "failure"));
        assertThat(all.getAttribute("errors")).isEqualTo(count(all, "error"));
        NodeList suites = document.getElementsByTagName("testsuite");
        for (int place = 0; place < suites.getLength(); place++) {
            Element suite = (Element) suites.item(place);
            assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
            assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
            assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
            assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
        }
    }

    @Test
    void looksLikeItsGoldenFiles() throws IOException {
        Golden.assertIs(JUnitXml.text(Sample.brokenOff()), "broken-off.xml");
        Golden.assertIs(JUnitXml.text(Sample.controls()), "controls.xml");
    }

    @Test
    void conformanceCasesAreASuiteOfTheirOwn() throws Exception {
        Document document = JUnitSchema.read(JUnitXml.text(Sample.conformance()));
        Element root = document.getDocumentElement();
        Element cases = (Element) document.getElementsByTagName("testsuite").item(1);

        assertThat(cases.getAttribute("name")).isEqualTo("queuelab.cases");
        assertThat(List.of("tests", "failures", "errors", "skipped").stream().map(cases::getAttribute))
                .containsExactly("5", "1", "1", "1");
        assertThat(List.of("tests", "failures", "errors").stream().map(root::getAttribute))
                .containsExactly(count(document, "testcase"), count(document, "failure"), count(document, "error"));
        Element broken = (Element) cases.getElementsByTagName("testcase").item(0);
        assertThat(broken.getAttribute("classname")).isEqualTo("queuelab.cases.library.acknowledgement");
        assertThat(broken.getElementsByTagName("failure").item(0).getTextContent())
                .startsWith("\nA message is deleted only once its work is done")
                .contains("\nnothing lost: 1 of 3 lost: ", "\nrun folder: /runs/crash\n");
    }

    @Test
    void aBrokenCaseHasTheFactsOfItsBrokenChecksAlone() throws Exception {
        SuiteResults results = Sample.results(
                        "conformance",
                        List.of(Sample.ended(
                                "freeze-alone",
                                new CheckOutcome(
                                        "queue drained", Verdict.FAIL, List.of("1 waits", "received at 1.2 s")),
                                new CheckOutcome("stayed up", Verdict.PASS, "it did"),
                                new CheckOutcome("nothing lost", Verdict.FAIL, "of another case"))))
                .judging(new CasePlan(List.of(Cases.find("freeze/goes-on").orElseThrow()), Map.of()));

        Document document = JUnitSchema.read(JUnitXml.text(results));

        assertThat(document.getElementsByTagName("failure").item(1).getTextContent())
                .endsWith(
                        "\nqueue drained: 1 waits\nqueue drained: received at 1.2 s\nrun folder: /runs/freeze-alone\n")
                .doesNotContain("stayed up", "nothing lost");
    }

    @Test
    void findingsAreReadAsTheyWereWrittenAndWhatXmlCannotHoldIsSpelt() throws Exception {
        Document document = JUnitSchema.read(JUnitXml.text(Sample.brokenOff()));

        String legal = Sample.NASTY
                .replace("\u0000", "\\u0000")
                .replace("\u001b", "\\u001B")
                .replace("\ud800", "\\uD800");
        assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
                .contains("\nPASS nothing lost: ", "\nFAIL effects performed once: a: 2; b: 3\n", legal);
    }

    @Test
    void faultsAreNamedInTheOutputOfTheRunThatMetThem() throws Exception {
        NodeList output = JUnitSchema.read(JUnitXml.text(Sample.withFaults())).getElementsByTagName("system-out");

        assertThat(output.item(0).getTextContent()).isEqualTo("run folder: /runs/crash\nfaults: reply-lost 3");
        assertThat(output.item(1).getTextContent()).isEqualTo("run folder: /runs/poison");
    }

    @Test
    void aRunThatBrokeOffIsNotGreen() throws Exception {
        Document document = JUnitSchema.read(JUnitXml.text(Sample.nothingYet()));

        assertThat(count(document, "error")).isEqualTo("1");
    }

    @Test
    void casesAreInTheOrderAskedForWhicheverEndedFirst() throws Exception {
        NodeList cases = JUnitSchema.read(JUnitXml.text(Sample.sideBySide())).getElementsByTagName("testcase");

        assertThat(IntStream.range(0, cases.getLength()).mapToObj(place -> describe((Element) cases.item(place))))
                .containsExactly("crash error", "happy system-out", "dup skipped", "poison system-out");
    }

    /** A case's name, and what is first in it. */
    private static String describe(Element testCase) {
        return testCase.getAttribute("name") + " "
                + testCase.getElementsByTagName("*").item(0).getNodeName();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp=\"2026-01-01T12:00:00\" > timestamp=\"2026-01-01T12:00:00Z\"",
                "tests=\" > test=\"",
                "type=\"UNKNOWN\" > kind=\"UNKNOWN\"",
                "time=\"4.200\" > time=\"4.2 s\"",
                "type=\"FAIL\" > "
            })
    void itsSchemaRefusesAnythingElse(String change) {
        String[] parts = change.split(" > ?", 2);
        String document = JUnitXml.text(Sample.brokenOff());
        assertThat(document).contains(parts[0]);

        assertThatThrownBy(() -> JUnitSchema.read(document.replace(parts[0], parts[1])))
                .isInstanceOf(SAXException.class);
    }

    private static String count(Document document, String element) {
        return count(document.getDocumentElement(), element);
    }

    private static String count(Element within, String element) {
        return Integer.toString(within.getElementsByTagName(element).getLength());
    }
}
