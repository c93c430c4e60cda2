package dev.queuelab.gateway.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the gateway's record back, also while the gateway still writes to it. */
public final class CallReader {
    private CallReader() {}

    /**
     * The calls, in the order in which they came. A last line without its line feed is left out: the gateway ended, or
     * is still, in the middle of writing it.
     *
     * @throws HistoryException if the file cannot be read, or a line that was written to its end is no fact
     */
    public static List<CallRecord> read(Path file) {
        Map<Long, CallRecord> calls = new LinkedHashMap<>();
        facts(file).forEach(fact -> add(fact, calls));
        return List.copyOf(calls.values());
    }

    /**
     * What the external service performed, in order, also where no reply arrived.
     *
     * @throws HistoryException as {@link #read} does
     */
    public static List<CallFact.Performed> performances(Path file) {
        return facts(file).stream()
                .filter(CallFact.Performed.class::isInstance)
                .map(CallFact.Performed.class::cast)
                .toList();
    }

    private static List<CallFact> facts(Path file) {
        List<CallFact> facts = new ArrayList<>();
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                facts.add(parse(file, facts.size() + 1, line));
            }
        } catch (IOException e) {
            throw new HistoryException("cannot read the record of calls at " + file + ": " + FileErrors.reason(e), e);
        }
        return facts;
    }

    private static CallFact parse(Path file, int number, String line) {
        try {
            return CallFile.JSON.readValue(line, CallFact.class);
        } catch (JsonProcessingException e) {
            throw new HistoryException(
                    file + ":" + number + " is not a line of a record of calls: " + e.getOriginalMessage(), e);
        }
    }

    private static void add(CallFact fact, Map<Long, CallRecord> calls) {
        if (fact instanceof CallFact.Called called) {
            calls.put(called.call(), new CallRecord(called, Optional.empty()));
        } else if (fact instanceof CallFact.Replied replied) {
            calls.computeIfPresent(replied.call(), (call, so) -> new CallRecord(so.called(), Optional.of(replied)));
        }
    }
}
