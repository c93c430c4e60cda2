package dev.queuelab.runner.cli;

import dev.queuelab.lab.process.Dist;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SplittableRandom;

/** {@code runner.jar}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (!javaCanName(System.getProperty("user.dir"))) {
            System.err.println("This folder's name has letters that the locale lacks, and Java cannot work in it: set"
                    + " LC_ALL=C.UTF-8, or go to another folder");
            System.exit(ExitCodes.UNJUDGED);
        }
        CommandContext lab = new CommandContext(Dist.locate(), Clock.systemUTC(), () -> new SplittableRandom().nextInt(1, 1_000_000));
        PrintWriter out = writerTo(System.out);
        PrintWriter err = writerTo(System.err);
        System.exit(CommandLines.create(lab, out, err).execute(args));
    }

    /** Much of Java itself fails in a folder whose name the locale cannot express. */
    private static boolean javaCanName(String folder) {
        try {
            return Path.of(folder).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** In the encoding that Java guessed the terminal's to be. */
    private static PrintWriter writerTo(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }
}
