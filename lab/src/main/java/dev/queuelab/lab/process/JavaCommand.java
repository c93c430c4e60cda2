package dev.queuelab.lab.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that run our programs on the Java virtual machine that runs this one. */
final class JavaCommand {
    /** For processes that live for seconds, a quick start matters more than the last bit of speed. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final long MAX_HEAP_MEGABYTES = 128;

    /** An archive of another Java, or of a jar that was moved since, is ignored, without a warning. */
    private static final List<String> QUIET = List.of("-Xshare:auto", "-Xlog:disable");

    private JavaCommand() {}

    /**
     * The command that runs a jar.
     *
     * @param options what the environment wants of every Java virtual machine
     */
    static List<String> of(Path jar, List<String> archiveFlags, JvmOptions options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        command.add("-Xmx" + Math.max(MAX_HEAP_MEGABYTES, options.maxHeapMegabytes()) + "m");
        command.addAll(QUIET);
        command.addAll(archiveFlags);
        command.addAll(options.passedOn());
        if (Runtime.version().feature() >= 23) {
            command.add("--sun-misc-unsafe-memory-access=allow"); // the emulators' libraries still use it
        }
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    /** The command that runs one class of a jar in a small heap. The caller removes {@link JvmOptions} from its environment. */
    static List<String> ofClass(Path jar, Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx16m",
                "-cp",
                jar.toString(),
                main.getName());
    }

    /** Use the archive if it is there. */
    static List<String> using(Path archive) {
        return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
    }

    /** Write an archive of the classes that were loaded, at the process's end. */
    static List<String> making(Path archive) {
        return List.of("-XX:ArchiveClassesAtExit=" + archive);
    }
}
