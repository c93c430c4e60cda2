package dev.queuelab.runner.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that runs one of our jars on the Java virtual machine that runs this program. */
public final class JavaCommand {
    private JavaCommand() {}

    public static List<String> of(Path jar, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags());
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    /** For processes that live for seconds: a quick start matters more than the last bit of speed. */
    private static List<String> flags() {
        List<String> flags = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        if (Runtime.version().feature() >= 24) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        return flags;
    }
}
