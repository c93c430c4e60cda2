package dev.queuelab.runner.it;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which scenarios a suite plays once more, by themselves: those where the machine may have been too busy for the failure that
 * they are about to come about. The second time counts.
 */
enum PlayedAgain {
    /** Scenarios that could not be judged; a failed one stays failed. */
    SCENARIOS("^UNKNOWN +([a-z-]+)"),
    /**
     * Controls that did not break what they name, or broke more. That a check can fail is shown by one play in which it does.
     */
    CONTROLS("^(?:FAIL|UNKNOWN) +([a-z-]+), control ");

    private final Pattern line;

    PlayedAgain(String line) {
        this.line = Pattern.compile(line, Pattern.MULTILINE);
    }

    /**
     * Returns all that was printed.
     *
     * @param all plays the suite
     * @param some plays the scenarios of these names, one at a time
     */
    String output(Program all, Function<List<String>, Program> some) {
        if (all.exitCode() == 0) {
            return all.output();
        }
        List<String> again = line.matcher(all.output())
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        return again.isEmpty()
                ? all.exitsWith(0)
                : all.output() + "\n" + some.apply(again).exitsWith(0);
    }
}
