package dev.queuelab.junit;

import dev.queuelab.junit.CaseResult.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The results by case in the JUnit XML that {@code conformance} writes: Java reads it without a further library. */
final class CaseResults {
    private static final String SUITE = "queuelab.cases";

    private CaseResults() {}

    /** @throws QueueLabException if the file cannot be read, or has no cases */
    static List<CaseResult> read(Path file) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // which prints nothing
            Element root = builder.parse(file.toFile()).getDocumentElement();
            List<CaseResult> results = elements(root, "testsuite")
                    .filter(suite -> suite.getAttribute("name").equals(SUITE))
                    .flatMap(suite -> elements(suite, "testcase"))
                    .map(CaseResults::of)
                    .toList();
            if (results.isEmpty()) {
                throw new QueueLabException(file + " has no results by case");
            }
            return results;
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new QueueLabException("cannot read the results in " + file, e);
        }
    }

    private static CaseResult of(Element test) {
        return result(test, "failure", Outcome.BROKEN)
                .or(() -> result(test, "error", Outcome.NOT_JUDGED))
                .or(() -> result(test, "skipped", Outcome.NOT_APPLICABLE))
                .orElseGet(() -> new CaseResult(test.getAttribute("name"), Outcome.HELD, "", ""));
    }

    private static Optional<CaseResult> result(Element test, String element, Outcome outcome) {
        return elements(test, element)
                .findFirst()
                .map(found -> new CaseResult(
                        test.getAttribute("name"),
                        outcome,
                        found.getAttribute("message"),
                        found.getTextContent().strip()));
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(place -> (Element) found.item(place));
    }
}
