package dev.queuelab.runner.cli;

import dev.queuelab.core.process.ProcessLog;
import dev.queuelab.lab.process.Dist;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** {@code runner.jar}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        ProcessLog.start();
        if (!isUsable(System.getProperty("user.dir"))) {
            System.err.println("This folder's name has letters that the locale lacks, and Java cannot work in it: set"
                    + " LC_ALL=C.UTF-8, or go to another folder");
            System.exit(ExitCodes.UNJUDGED);
        }
        CommandContext context = new CommandContext(
                Dist.locate(), Clock.systemUTC(), () -> new SplittableRandom().nextInt(1, 1_000_000));
        StandardOutput output = StandardOutput.open();
        PrintWriter out = output.writer();
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        int code = CommandLines.create(context, out, err, List.of(args)).execute(args);
        out.flush();
        Optional<String> failure = output.failure();
        failure.ifPresent(why -> err.println("Standard output could not be written: " + why));
        System.exit(failure.isPresent() ? Math.max(code, ExitCodes.UNJUDGED) : code);
    }

    /** Much of Java fails in a folder whose name the locale cannot express. */
    private static boolean isUsable(String folder) {
        try {
            return Path.of(folder).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
