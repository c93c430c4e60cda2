package dev.queuelab.runner.cli;

import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.core.toolbox.Text;
import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.runstore.RunListener;
import dev.queuelab.lab.waiting.WaitProgress;
import dev.queuelab.report.page.RunReport;
import dev.queuelab.report.results.RunResult;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Table;
import dev.queuelab.scenarios.check.Verdict;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** Shows a run on the terminal: a line a step, with seconds since its begin. What came from outside is made printable. */
final class Console implements RunListener {
    private final PrintWriter out;
    private final boolean verbose;
    private final ProgressLine progress;
    private final long beginNanos = System.nanoTime();

    Console(PrintWriter out, boolean verbose) {
        this(out, verbose, new ProgressLine(out, Terminal.isThere()));
    }

    Console(PrintWriter out, boolean verbose, ProgressLine progress) {
        this.out = out;
        this.verbose = verbose;
        this.progress = progress;
    }

    void title(String name, String text) {
        out.println();
        out.println(Ansi.AUTO.string("@|bold " + name + "|@") + ": " + text);
    }

    @Override
    public synchronized void step(String text) {
        println(timed(printableLines(text)));
    }

    @Override
    public synchronized void waiting(WaitProgress wait) {
        progress.waiting(
                wait,
                timed("waiting for " + wait.what() + ", " + wait.passed().toSeconds() + " s of at most "
                        + wait.limit().toSeconds() + " s; last seen: " + wait.lastSeen()));
    }

    @Override
    public synchronized void waited() {
        progress.waited();
    }

    @Override
    public synchronized void checked(CheckOutcome outcome) {
        println("  " + word(outcome.verdict(), 7) + "   " + outcome.check() + ": " + Text.printable(outcome.finding()));
    }

    @Override
    public synchronized void table(String name, Table table) {
        println("  " + name + ":");
        TextTable.lines(table).forEach(line -> println("    " + Text.printable(line)));
    }

    @Override
    public synchronized void childLine(String child, String line) {
        if (verbose) {
            println("      " + child + " | " + Text.printable(line));
        }
    }

    /** The last lines of a run: what it came to, and of a control, what it shows. */
    void verdict(RunResult result) {
        ScenarioRun run = result.run();
        run.trouble()
                .ifPresent(why -> println(
                        "  " + word(Verdict.UNKNOWN, 7) + "   it did not get to its end: " + printableLines(why)));
        if (result.control().isPresent()) {
            println(SuiteConsole.line(result));
            return;
        }
        println(word(run.verdict(), 0) + " " + run.scenario() + " in " + Seconds.format(run.took()) + " s ("
                + reportOf(run.folder()) + ")");
    }

    private String timed(String text) {
        double seconds = Seconds.of(Duration.ofNanos(System.nanoTime() - beginNanos));
        return String.format(Locale.ROOT, "  %6.1f s  %s", seconds, text);
    }

    /** Keeps the line breaks of a child's last lines, and nothing else that moves the cursor. */
    private static String printableLines(String text) {
        return text.lines().map(Text::printable).collect(Collectors.joining(System.lineSeparator()));
    }

    private void println(String line) {
        progress.erase();
        out.println(line);
    }

    static String word(Verdict verdict, int width) {
        return coloured(verdict, verdict.name(), width);
    }

    /** {@code word} in the verdict's colour, padded to {@code width}. */
    static String coloured(Verdict verdict, String word, int width) {
        String colour = switch (verdict) {
            case PASS -> "bold,green";
            case FAIL -> "bold,red";
            case UNKNOWN -> "bold,yellow";
            case SKIP -> "faint";
        };
        String padding = " ".repeat(Math.max(0, width - word.length()));
        return Ansi.AUTO.string("@|" + colour + " " + word + "|@") + padding;
    }

    /** The run's report, or its folder if it has none; relative to where the user is, if that is shorter. */
    private static Path reportOf(Path folder) {
        Path report = folder.resolve(RunReport.FILE);
        Path there = Files.exists(report) ? report : folder;
        Path here = Path.of("").toAbsolutePath();
        return there.startsWith(here) ? here.relativize(there) : there;
    }
}
