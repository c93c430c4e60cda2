package dev.queuelab.runner.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the lines of runs go. Runs one after the other print as they go on. Of runs side by side each is printed in one
 * block when it has ended; on a terminal, one line shows meanwhile which are going on.
 */
final class RunOutput {
    private final PrintWriter out;
    private final boolean verbose;
    private final boolean sideBySide;
    private final int planned;
    private final ProgressLine progress;
    private final List<Lines> running = new ArrayList<>();
    private int ended;

    /** @param planned how many runs there are to be */
    RunOutput(PrintWriter out, boolean verbose, boolean sideBySide, int planned) {
        this(out, verbose, sideBySide, planned, new ProgressLine(out, Terminal.isThere()));
    }

    RunOutput(PrintWriter out, boolean verbose, boolean sideBySide, int planned, ProgressLine progress) {
        this.out = out;
        this.verbose = verbose;
        this.sideBySide = sideBySide;
        this.planned = planned;
        this.progress = progress;
    }

    /** The lines of one run. */
    static final class Lines {
        private final String title;
        private final Console console;
        private final Optional<StringWriter> block;

        private Lines(String title, Console console, Optional<StringWriter> block) {
            this.title = title;
            this.console = console;
            this.block = block;
        }

        Console console() {
            return console;
        }
    }

    /** A run begins; {@link #ended} must follow, whatever becomes of it. */
    synchronized Lines begin(String title) {
        Lines lines = sideBySide ? aside(title) : new Lines(title, new Console(out, verbose), Optional.empty());
        running.add(lines);
        showProgress();
        return lines;
    }

    private Lines aside(String title) {
        StringWriter block = new StringWriter();
        PrintWriter writer = new PrintWriter(block);
        return new Lines(title, new Console(writer, verbose, new ProgressLine(writer, false)), Optional.of(block));
    }

    synchronized void ended(Lines lines) {
        running.remove(lines);
        ended++;
        progress.erase();
        lines.block.ifPresent(block -> {
            out.print(block);
            out.flush();
        });
        showProgress();
    }

    private void showProgress() {
        if (sideBySide && !running.isEmpty()) {
            progress.show(ended + " of " + planned + " ended; running: "
                    + String.join(
                            ", ", running.stream().map(lines -> lines.title).toList()));
        }
    }
}
