package dev.queuelab.runner.cli;

import dev.queuelab.lab.run.ScenarioRun;
import dev.queuelab.lab.runstore.RunListener;
import dev.queuelab.report.page.RunReport;
import dev.queuelab.lab.waiting.WaitProgress;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Table;
import dev.queuelab.scenarios.check.Verdict;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Tells a play on the terminal: calm, a line a step, with seconds since its begin. */
final class Console implements RunListener {
    private final PrintWriter out;
    private final boolean verbose;
    private final ProgressLine progress;
    private final long begin = System.nanoTime();

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
        println(timed(text));
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
    public synchronized void checked(Check.Result result) {
        String findings = String.join("; ", result.judgement().findings());
        println("  " + word(result.verdict(), 7) + "   " + result.check() + ": " + findings);
    }

    @Override
    public synchronized void shown(String name, Table table) {
        println("  " + name + ":");
        TextTable.lines(table).forEach(line -> println("    " + line));
    }

    @Override
    public synchronized void childLine(String child, String line) {
        if (verbose) {
            println("      " + child + " | " + line);
        }
    }

    void verdict(ScenarioRun play) {
        play.trouble()
                .ifPresent(why -> println("  " + word(Verdict.UNKNOWN, 7) + "   it did not get to its end: " + why));
        println(word(play.verdict(), 0) + " " + play.scenario() + " in " + seconds(play.took()) + " s ("
                + shown(play.folder()) + ")");
    }

    private String timed(String text) {
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
        return String.format(Locale.ROOT, "  %6.1f s  %s", seconds, text);
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

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }

    /** The run's report, relative to where the user is, if that is shorter; its folder, if it has none. */
    private static Path shown(Path folder) {
        Path report = folder.resolve(RunReport.FILE);
        Path told = Files.exists(report) ? report : folder;
        Path here = Path.of("").toAbsolutePath();
        return told.startsWith(here) ? here.relativize(told) : told;
    }
}
