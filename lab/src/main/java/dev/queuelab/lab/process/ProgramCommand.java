package dev.queuelab.lab.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.codehaus.plexus.util.cli.CommandLineUtils;

/**
 * A command that somebody else's program is started by. It is split into words as a shell would, with both kinds of
 * quotes, and no shell has a part in it: so the child's process is the program's own, and signals and the end of standard
 * input reach it.
 */
public record ProgramCommand(String text, List<String> words) {

    public ProgramCommand {
        words = List.copyOf(words);
    }

    /**
     * Splits {@code text}, and makes sure that its first word names a program.
     *
     * @throws IllegalArgumentException if it cannot be split, is empty, or names no program that is here
     */
    public static ProgramCommand parse(String text) {
        List<String> words = split(text);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("it is empty: expected a program and its arguments");
        }
        String program = words.get(0);
        if (!canRun(program)) {
            throw new IllegalArgumentException(
                    "'" + program + "' is no program that can be run: expected the path of an"
                            + " executable file, or the name of one in a folder of PATH");
        }
        return new ProgramCommand(text, words);
    }

    private static List<String> split(String text) {
        try {
            return List.of(CommandLineUtils.translateCommandline(text.strip()));
        } catch (Exception e) { // the library declares no narrower one
            throw new IllegalArgumentException("its quotes are not balanced", e);
        }
    }

    private static boolean canRun(String program) {
        if (program.contains("/") || program.contains(File.separator)) {
            return isExecutable("", program);
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator)).anyMatch(folder -> isExecutable(folder, program));
    }

    private static boolean isExecutable(String folder, String program) {
        try {
            Path file = Path.of(folder, program);
            return Files.isRegularFile(file) && Files.isExecutable(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
