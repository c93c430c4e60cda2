package dev.queuelab.report.results;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.report.results.ConformanceRow.Result;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Verdict;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Results as CI servers read them: the form of Ant's JUnit task as Jenkins, GitLab and others take it. A suite is what a
 * command ran, a case is a run. FAIL is a failure, UNKNOWN an error, and SKIP is skipped, each with its reasons. A
 * run that was cut off is an error too, and those that had not begun are skipped: a command that ended early is never
 * green. Cases are in the order asked for, whichever run ended first. Where conformance cases are judged, they are a suite of
 * their own.
 */
public final class JUnitXml {
    /** The form has no time zone; this is UTC. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SuiteResults results;
    private final Set<Integer> cutOff;
    private final CaseScore cases;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JUnitXml(SuiteResults results) throws XMLStreamException {
        this.results = results;
        this.cutOff = results.cutOff();
        this.cases = results.cases();
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    }

    public static String text(SuiteResults results) {
        try {
            JUnitXml document = new JUnitXml(results);
            document.write();
            return document.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML could not be written to memory", e);
        }
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        start(0, "testsuites");
        attribute("name", "Queue Lab");
        attribute("tests", Integer.toString(tests() + cases.rows().size()));
        attribute("failures", Long.toString(results.count(Verdict.FAIL) + cases.failures()));
        attribute("errors", Long.toString(errors() + cases.errors()));
        attribute("time", seconds(results.took()));
        start(1, "testsuite");
        attribute("name", "queuelab." + results.command());
        counts();
        attribute("skipped", Long.toString(results.count(Verdict.SKIP) + missing() - cutOff.size()));
        attribute("timestamp", TIME.format(results.begunAt()));
        properties();
        for (int run = 0; run < results.planned().size(); run++) {
            RunResult result = results.ended().get(run);
            if (result == null) {
                writeMissing(run);
            } else {
                write(result);
            }
        }
        end(1);
        if (!cases.rows().isEmpty()) {
            writeCases();
        }
        end(0);
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    private int missing() {
        return results.missing().size();
    }

    private void counts() throws XMLStreamException {
        attribute("tests", Integer.toString(tests()));
        attribute("failures", Long.toString(results.count(Verdict.FAIL)));
        attribute("errors", Long.toString(errors()));
        attribute("time", seconds(results.took()));
    }

    private int tests() {
        return results.runs().size() + missing();
    }

    private long errors() {
        return results.count(Verdict.UNKNOWN) + cutOff.size();
    }

    private void writeCases() throws XMLStreamException {
        start(1, "testsuite");
        attribute("name", "queuelab.cases");
        attribute("tests", Integer.toString(cases.rows().size()));
        attribute("failures", Long.toString(cases.failures()));
        attribute("errors", Long.toString(cases.errors()));
        attribute("time", seconds(Duration.ZERO));
        attribute("skipped", Long.toString(cases.count(Result.NOT_APPLICABLE)));
        attribute("timestamp", TIME.format(results.begunAt()));
        properties();
        for (CaseRow row : cases.rows()) {
            start(2, "testcase");
            attribute("name", row.about().id());
            attribute(
                    "classname",
                    "queuelab.cases." + row.about().answers().label() + "."
                            + row.about().kind().label());
            attribute("time", seconds(Duration.ZERO));
            String details = Stream.of(
                            Stream.of("", row.about().claim()),
                            row.facts().stream(),
                            row.folders().stream().map(folder -> "run folder: " + folder))
                    .flatMap(lines -> lines)
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
            switch (row.result()) {
                case HELD -> {}
                case BROKEN, UNSTABLE ->
                    problem("failure", row.why(), row.result().name(), details);
                case NOT_JUDGED -> problem("error", row.why(), row.result().name(), details);
                case NOT_APPLICABLE -> skipped(row.why());
            }
            end(2);
        }
        end(1);
    }

    private void properties() throws XMLStreamException {
        start(2, "properties");
        property("version", results.laboratory().version());
        property("commit", results.laboratory().commit());
        if (results.place().isPresent()) {
            RunLocation place = results.place().get();
            property("environment", place.environment());
            property("where", place.where());
            property("seed", Long.toString(place.seed()));
        }
        end(2);
    }

    private void property(String name, String value) throws XMLStreamException {
        indent(3);
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void write(RunResult result) throws XMLStreamException {
        startCase(result.planned(), result.run().took());
        String reason = String.join("; ", result.reasons());
        switch (result.verdict()) {
            case PASS -> {}
            case FAIL -> problem("failure", result.reasons().get(0), "FAIL", details(result));
            case UNKNOWN -> problem("error", result.reasons().get(0), "UNKNOWN", details(result));
            case SKIP -> skipped(reason);
        }
        start(3, "system-out");
        String faults = result.faults().map(line -> "\nfaults: " + line).orElse("");
        xml.writeCharacters(Escapes.forXml("run folder: " + result.run().folder() + faults));
        xml.writeEndElement();
        end(2);
    }

    /** All checks: those that passed show what the failure is not. */
    private static String details(RunResult result) {
        List<String> lines = new ArrayList<>();
        result.control().ifPresent(control -> lines.addAll(control.judgement().findings()));
        result.trouble().ifPresent(lines::add);
        for (CheckOutcome check : result.run().checks()) {
            lines.add(check.verdict() + " " + RunResult.describe(check));
        }
        return lines.stream().map(line -> "\n" + line).collect(Collectors.joining()) + "\n";
    }

    private void writeMissing(int run) throws XMLStreamException {
        startCase(results.planned().get(run), Duration.ZERO);
        if (cutOff.contains(run)) {
            problem(
                    "error",
                    results.trouble().orElse("the run had not ended when this file was written"),
                    "UNKNOWN",
                    "\nIt did not get to its end, or did not begin.\n");
        } else {
            skipped("not run: the command did not get to it");
        }
        end(2);
    }

    private void startCase(PlannedRun planned, Duration took) throws XMLStreamException {
        start(2, "testcase");
        attribute("name", planned.title());
        attribute("classname", "queuelab." + results.command());
        attribute("time", seconds(took));
    }

    private void problem(String element, String message, String type, String details) throws XMLStreamException {
        start(3, element);
        attribute("message", message);
        attribute("type", type);
        xml.writeCharacters(Escapes.forXml(details));
        xml.writeEndElement();
    }

    private void skipped(String reason) throws XMLStreamException {
        indent(3);
        xml.writeEmptyElement("skipped");
        attribute("message", reason);
    }

    private void start(int depth, String element) throws XMLStreamException {
        indent(depth);
        xml.writeStartElement(element);
    }

    private void end(int depth) throws XMLStreamException {
        indent(depth);
        xml.writeEndElement();
    }

    private void indent(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Escapes.forXml(Text.onOneLine(value)));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }
}
