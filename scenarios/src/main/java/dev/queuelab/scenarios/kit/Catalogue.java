package dev.queuelab.scenarios.kit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** All scenarios there are, in the order of their names. */
public final class Catalogue {
    private Catalogue() {}

    /**
     * A scenario that can be played any number of times.
     *
     * @param name its command
     * @param claim what it proves, in one sentence
     * @param create makes an instance for one play
     */
    public record Entry(String name, String claim, Pace pace, Supplier<Scenario> create) {

        /** The stack that it is played on: the longest key of {@code keys} that its name is, or begins with before a hyphen. */
        public Optional<String> stackAmong(Iterable<String> keys) {
            String best = null;
            for (String key : keys) {
                boolean fits = name.equals(key) || name.startsWith(key + "-");
                if (fits && (best == null || key.length() > best.length())) {
                    best = key;
                }
            }
            return Optional.ofNullable(best);
        }
    }

    /** Read once, when somebody first asks. */
    private static final class Known {
        private static final List<Entry> ALL = ServiceLoader.load(Scenario.class).stream()
                .map(Catalogue::entry)
                .sorted(Comparator.comparing(Entry::name))
                .toList();
    }

    public static List<Entry> all() {
        return Known.ALL;
    }

    /** The scenario with this name. */
    public static Optional<Entry> find(String name) {
        return all().stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private static Entry entry(ServiceLoader.Provider<Scenario> provider) {
        return new Entry(nameOf(provider.type()), claimOf(provider.type()), paceOf(provider.type()), provider);
    }

    /** {@code DupSideEffects} is the command {@code dup-side-effects}. */
    static String nameOf(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String claimOf(Class<?> type) {
        Command command = type.getAnnotation(Command.class);
        if (command == null || command.description().length == 0) {
            throw new IllegalStateException(type + " makes no claim: it needs @Command(description = ...)");
        }
        return String.join(" ", command.description());
    }

    private static Pace paceOf(Class<?> type) {
        String folder = type.getPackageName().replaceAll(".*\\.", "");
        return switch (folder) {
            case "shortrun" -> Pace.SHORT;
            case "longrun" -> Pace.LONG;
            case "conformance" -> Pace.CONFORMANCE;
            default ->
                throw new IllegalStateException(
                        type + " is in package " + folder + ": scenarios live in shortrun, longrun or conformance");
        };
    }
}
