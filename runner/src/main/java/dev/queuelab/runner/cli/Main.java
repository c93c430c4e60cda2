package dev.queuelab.runner.cli;

import dev.queuelab.runner.process.Dist;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.SplittableRandom;

/** {@code runner.jar}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Lab lab = new Lab(Dist.locate(), Clock.systemUTC(), () -> new SplittableRandom().nextInt(1, 1_000_000));
        PrintWriter out = writerTo(System.out);
        PrintWriter err = writerTo(System.err);
        System.exit(CommandLines.create(lab, out, err).execute(args));
    }

    /** In the encoding that Java guessed the terminal's to be. */
    private static PrintWriter writerTo(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }
}
