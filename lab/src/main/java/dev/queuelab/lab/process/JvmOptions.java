package dev.queuelab.lab.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What our own child programs get of the options that the environment carries for every Java virtual machine
 * ({@code JAVA_TOOL_OPTIONS}, {@code JDK_JAVA_OPTIONS}, {@code _JAVA_OPTIONS}). Options that suit one machine by itself
 * may stop a child that starts beside it, or that has options of ours, so children do not inherit the variables:
 *
 * <ul>
 *   <li>Passed on, on the child's command line: system properties ({@code -D}), assertions, {@code -Xss},
 *       {@code --add-opens=}, {@code --add-exports=} and {@code --enable-native-access=}.
 *   <li>Raised: a greatest heap ({@code -Xmx}) above the child's own; a smaller one is ignored.
 *   <li>Not passed on: debuggers, agents and JMX, whose port the first process has taken; collectors, other sizes of
 *       the heap, class data archives and the JVM's own log, which contradict the child's own options.
 * </ul>
 *
 * A program in our consumer's or producer's place inherits the variables as they are.
 *
 * @param passedOn options for a child's command line
 * @param maxHeapMegabytes the greatest heap that is asked for; 0 if none is
 */
record JvmOptions(List<String> passedOn, long maxHeapMegabytes) {
    /** In the order in which a virtual machine reads them; of two contradicting options the later one counts. */
    private static final List<String> READ_IN_ORDER = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** The variables that our own children do not inherit. */
    static final Set<String> VARIABLES = Set.copyOf(READ_IN_ORDER);

    private static final List<String> HARMLESS = List.of(
            "-D",
            "-Xss",
            "-ea",
            "-da",
            "-esa",
            "-dsa",
            "-enableassertions",
            "-disableassertions",
            "-enablesystemassertions",
            "-disablesystemassertions",
            "--add-opens=",
            "--add-exports=",
            "--enable-native-access=");

    /** Opens a port. */
    private static final String REMOTE_MANAGEMENT = "-Dcom.sun.management.";

    private static final Pattern MAX_HEAP = Pattern.compile("(?:-Xmx|-XX:MaxHeapSize=)(\\d{1,15})([kKmMgGtT]?)");

    /** White space separates options, but not between quotes, which may be anywhere in an option. */
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

    static JvmOptions of(Map<String, String> environment) {
        List<String> passedOn = new ArrayList<>();
        long maxHeap = 0;
        for (String variable : READ_IN_ORDER) {
            for (String option : split(environment.getOrDefault(variable, ""))) {
                Matcher heap = MAX_HEAP.matcher(option);
                if (heap.matches()) {
                    maxHeap = megabytes(heap.group(1), heap.group(2));
                } else if (isHarmless(option)) {
                    passedOn.add(option);
                }
            }
        }
        return new JvmOptions(List.copyOf(passedOn), maxHeap);
    }

    private static List<String> split(String options) {
        return WORD.matcher(options)
                .results()
                .map(word -> word.group().replaceAll("\"([^\"]*)\"|'([^']*)'", "$1$2"))
                .toList();
    }

    private static boolean isHarmless(String option) {
        return HARMLESS.stream().anyMatch(option::startsWith) && !option.startsWith(REMOTE_MANAGEMENT);
    }

    private static long megabytes(String number, String unit) {
        long amount = Long.parseLong(number);
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "k" -> amount >> 10;
            case "m" -> amount;
            case "g" -> amount << 10;
            case "t" -> amount << 20;
            default -> amount >> 20;
        };
    }
}
