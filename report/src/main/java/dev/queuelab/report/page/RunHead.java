package dev.queuelab.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.lab.runstore.StoredRun;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a run was: the head of its page. */
final class RunHead {
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private RunHead() {}

    static ObjectNode of(StoredRun stored) {
        JsonNode run = stored.run();
        String folder = stored.folder().getFileName().toString();
        ObjectNode head = RunData.JSON
                .createObjectNode()
                .put("folder", folder)
                .put("scenario", run.path("scenario").asText(scenarioIn(folder)))
                .put("begun", stored.begun().toString());
        for (String field :
                List.of("claim", "control", "environment", "where", "seed", "commit", "versions", "suite")) {
            if (run.has(field)) {
                head.set(field, run.get(field));
            }
        }
        if (run.has("again")) {
            head.put("again", "java -jar dist/runner.jar " + shell(run.path("again")));
        }
        return head;
    }

    /** A folder is named {@code <day>-<time>-<scenario>}. */
    private static String scenarioIn(String folder) {
        return folder.replaceFirst("^\\d+-\\d+-", "");
    }

    private static String shell(JsonNode arguments) {
        return StreamSupport.stream(arguments.spliterator(), false)
                .map(argument -> quoted(argument.asText()))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return NEEDS_NO_QUOTES.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
