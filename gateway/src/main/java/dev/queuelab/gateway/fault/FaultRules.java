package dev.queuelab.gateway.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.core.toolbox.FileErrors;
import dev.queuelab.core.toolbox.Utf8File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads rules: from a file, which is a JSON array of objects, and from options of the form
 * {@code NAME:PARAMETER=VALUE,...}.
 */
public final class FaultRules {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final Pattern OPTION = Pattern.compile("(?<name>[a-z-]+)(?::(?<settings>.*))?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final long seed;
    private final int first;
    private final Time time;
    private final Consumer<String> decisionLog;
    private final List<Rule> rules = new ArrayList<>();

    /** Reads rules whose decisions follow the seed; {@code decisionLog} receives a line for each. */
    public FaultRules(long seed, Time time, Consumer<String> decisionLog) {
        this(seed, 1, time, decisionLog);
    }

    /** @param first the number of the first rule: two rules of one number and fault would decide alike */
    public FaultRules(long seed, int first, Time time, Consumer<String> decisionLog) {
        this.seed = seed;
        this.first = first;
        this.time = time;
        this.decisionLog = decisionLog;
    }

    /** Adds the rules of a file. */
    public FaultRules file(Path file) {
        JsonNode document;
        try {
            document = JSON.readTree(Utf8File.read(file));
        } catch (JsonProcessingException e) {
            throw new InvalidFaultException(file + " is not JSON: " + e.getOriginalMessage() + ", at line "
                    + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new InvalidFaultException("cannot read " + file + ": " + FileErrors.reason(e));
        }
        if (!document.isArray()) {
            throw new InvalidFaultException(file + " is not accepted: expected a JSON array of rules, such as"
                    + " [{\"fault\": \"reply-lost\", \"operations\": [\"DeleteMessage\"], \"times\": 1}]");
        }
        int number = 0;
        for (JsonNode rule : document) {
            add(rule, file + ", rule " + ++number);
        }
        return this;
    }

    /** Adds a rule in the form of an option. */
    public FaultRules option(String text) {
        String where = "'" + text + "'";
        Matcher matcher = OPTION.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidFaultException(where + " is not accepted: expected NAME or NAME:PARAMETER=VALUE,...");
        }
        ObjectNode rule = JsonNodeFactory.instance.objectNode().put(RuleReader.FAULT, matcher.group("name"));
        String settings = matcher.group("settings");
        if (settings != null) {
            for (String setting : settings.split(",", -1)) {
                int equals = setting.indexOf('=');
                if (equals < 1) {
                    throw new InvalidFaultException(
                            where + ": '" + setting + "' is not accepted: expected PARAMETER=VALUE");
                }
                set(rule, setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        add(rule, where);
        return this;
    }

    /** Several operations are joined by a plus sign, since commas separate parameters. */
    private static void set(ObjectNode rule, String name, String value) {
        if (name.equals(RuleReader.OPERATIONS)) {
            List.of(value.split("\\+", -1)).forEach(rule.withArray(name)::add);
        } else if (NUMBER.matcher(value).matches()) {
            rule.set(
                    name,
                    value.contains(".")
                            ? JsonNodeFactory.instance.numberNode(Double.parseDouble(value))
                            : JsonNodeFactory.instance.numberNode(Long.parseLong(value)));
        } else {
            rule.put(name, value);
        }
    }

    private void add(JsonNode rule, String where) {
        rules.add(new RuleReader(seed, first + rules.size(), time, decisionLog).read(rule, where));
    }

    public List<Rule> all() {
        return List.copyOf(rules);
    }
}
