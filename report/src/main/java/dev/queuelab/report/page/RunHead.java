package dev.queuelab.report.page;

import dev.queuelab.lab.runstore.RunInfo;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.lab.runstore.Suite;
import dev.queuelab.scenarios.kit.Control;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a run was: the head of its page.
 *
 * @param again a command line that runs it again
 */
record RunHead(
        String folder,
        String scenario,
        Instant begun,
        Optional<String> claim,
        Optional<Control> control,
        Optional<String> environment,
        Optional<String> where,
        Optional<Long> seed,
        Optional<String> commit,
        Map<String, String> versions,
        Optional<Suite> suite,
        Optional<String> again) {
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    static RunHead of(StoredRun run) {
        String folder = run.folder().path().getFileName().toString();
        Optional<RunInfo> info = run.info();
        return new RunHead(
                folder,
                info.map(RunInfo::scenario).orElseGet(() -> scenarioIn(folder)),
                run.begun(),
                info.map(RunInfo::claim),
                info.flatMap(RunInfo::control),
                info.map(RunInfo::environment),
                info.map(RunInfo::where),
                info.map(RunInfo::seed),
                info.map(RunInfo::commit),
                info.map(RunInfo::versions).orElse(Map.of()),
                info.flatMap(RunInfo::suite),
                info.map(known -> "java -jar dist/runner.jar " + shell(known.again())));
    }

    /** A folder is named {@code <day>-<time>-<scenario>}. */
    private static String scenarioIn(String folder) {
        return folder.replaceFirst("^\\d+-\\d+-", "");
    }

    private static String shell(List<String> arguments) {
        return arguments.stream().map(RunHead::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return NEEDS_NO_QUOTES.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
