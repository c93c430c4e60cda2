package dev.queuelab.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One self-contained file: styles, scripts and the charting library are in it, and it asks the network for nothing. All
 * that a run recorded is in one JSON block, and is shown as text only, so a message's id cannot be markup.
 */
final class Page {
    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private static final List<String> SCRIPTS = List.of(
            "dom",
            "format",
            "view",
            "head",
            "steps",
            "faults",
            "message",
            "timeline-layout",
            "timeline-shapes",
            "timeline-legend",
            "timeline-controls",
            "timeline",
            "spacetime-layout",
            "spacetime-shapes",
            "spacetime-legend",
            "spacetime-text",
            "spacetime",
            "charts",
            "messages",
            "cost",
            "run",
            "compare",
            "overview",
            "main");

    private Page() {}

    /** The page that shows {@code data}. */
    static String of(String title, Object data) {
        String uplot = "/META-INF/resources/webjars/uplot/" + uplotVersion() + "/";
        Map<String, String> slots = Map.of(
                "title", escaped(title),
                "licence", resource(uplot + "LICENSE").strip(),
                "style", resource(uplot + "dist/uPlot.min.css") + resource("page.css") + resource("spacetime.css"),
                "charts", resource(uplot + "dist/uPlot.iife.min.js"),
                "script", SCRIPTS.stream().map(name -> resource(name + ".js")).collect(Collectors.joining("\n")),
                "data", inScript(data));
        return SLOT.matcher(resource("page.html"))
                .replaceAll(slot -> Matcher.quoteReplacement(
                        Objects.requireNonNull(slots.get(slot.group(1)), () -> "no text for " + slot.group())));
    }

    private static String uplotVersion() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(resource("page.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read page.properties: " + e, e);
        }
        return properties.getProperty("uplot", "");
    }

    /** JSON in which nothing ends a script element, or begins a comment. */
    private static String inScript(Object data) {
        try {
            return PageJson.MAPPER
                    .writeValueAsString(data)
                    .replace("<", "\\u003c")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the data of the page cannot be written as JSON", e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + FileErrors.reason(e), e);
        }
    }
}
