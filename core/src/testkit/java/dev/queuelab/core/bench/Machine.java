package dev.queuelab.core.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a bench ran on. */
public final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** The processor, the system, the Java and the load of the machine now. */
    public static List<Report.Fact> facts() throws IOException {
        return List.of(
                new Report.Fact(
                        "processor", processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores"),
                new Report.Fact("system", System.getProperty("os.name") + " " + System.getProperty("os.version")),
                new Report.Fact("Java", System.getProperty("java.vm.name") + " " + Runtime.version()),
                new Report.Fact(
                        "load of the machine at the beginning",
                        String.format(
                                Locale.ROOT,
                                "%.1f",
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())));
    }

    private static String processor() throws IOException {
        return Files.exists(PROCESSORS)
                ? Files.readAllLines(PROCESSORS).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.replaceFirst(".*: *", ""))
                        .findFirst()
                        .orElse(System.getProperty("os.arch"))
                : System.getProperty("os.arch");
    }
}
