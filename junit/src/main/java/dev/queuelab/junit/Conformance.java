package dev.queuelab.junit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Conformance cases that a consumer is to be played through, as {@code runner.jar conformance} plays them. It never changes:
 * each method returns another one. Without kinds and cases, all are played but those that take minutes.
 */
public final class Conformance {
    static final Conformance NEW = new Conformance(List.of(), List.of(), Path.of(""), false);

    private static final List<String> CHOICE = List.of("--kind=", "--case=");

    private final List<String> command;
    private final List<String> options;
    private final Path folder;
    private final boolean strict;

    private Conformance(List<String> command, List<String> options, Path folder, boolean strict) {
        this.command = List.copyOf(command);
        this.options = List.copyOf(options);
        this.folder = folder;
        this.strict = strict;
    }

    /** The consumer is started by this program with these arguments; no shell has a part in it. */
    public Conformance command(String program, String... arguments) {
        List<String> words =
                Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
        return new Conformance(words, options, folder, strict);
    }

    /**
     * The consumer is this class's {@code main}, on the class path and the Java of this test. It runs in a process of its own,
     * since cases kill it and stop it.
     */
    public Conformance main(Class<?> consumer, String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(ConformanceProcess.java(), "-cp", System.getProperty("java.class.path"), consumer.getName()));
        words.addAll(Arrays.asList(arguments));
        return new Conformance(words, options, folder, strict);
    }

    /** The folder that the consumer is started in; otherwise it is the test's. */
    public Conformance in(Path where) {
        return new Conformance(command, options, where, strict);
    }

    /** Plays the cases of this kind, such as "shutdown", besides those already chosen. */
    public Conformance kind(String kind) {
        return option("--kind=" + kind);
    }

    /** Plays this case, such as "freeze/goes-on", besides those already chosen. */
    public Conformance caseId(String id) {
        return option("--case=" + id);
    }

    /** The consumer gets this variable; in the value, {@code {NAME}} stands for one that it gets anyway. */
    public Conformance env(String name, String value) {
        return option("--env=" + name + "=" + value);
    }

    /** The queue's visibility timeout, in whole seconds; otherwise it is 10 s. */
    public Conformance visibilityTimeout(Duration timeout) {
        return option("--visibility-timeout=" + timeout.toSeconds());
    }

    /** Any other option of {@code runner.jar conformance}, such as "--without=versions". */
    public Conformance option(String option) {
        List<String> more = new ArrayList<>(options);
        more.add(option);
        return new Conformance(command, more, folder, strict);
    }

    /** A case that could not be judged fails; otherwise its test is aborted. */
    public Conformance strict() {
        return new Conformance(command, options, folder, true);
    }

    /**
     * Plays the cases, which takes as long as they take, and returns a test for each, with the case's id as its name. The test
     * of a broken one fails with the facts; that of one that is not applicable, or could not be judged, is aborted with the
     * reason.
     *
     * @throws IllegalStateException if no consumer was named
     * @throws QueueLabException if the laboratory refuses what was asked for, or cannot be started
     */
    public Stream<DynamicTest> tests() {
        if (command.isEmpty()) {
            throw new IllegalStateException("no consumer: expected command(...) or main(...)");
        }
        Dist dist = Dist.locate();
        return ConformanceProcess.play(dist, arguments(), folder).stream()
                .map(result -> DynamicTest.dynamicTest(result.id(), () -> result.test(strict, again(dist, result))));
    }

    /** What {@code runner.jar} is given. */
    List<String> arguments() {
        return Stream.concat(Stream.of("conformance", consumer()), options.stream())
                .toList();
    }

    /** The command that plays the case alone, as a shell takes it. */
    private String again(Dist dist, CaseResult result) {
        List<String> words = new ArrayList<>(
                List.of("java", "-jar", dist.runner().toString(), "conformance", "--case=" + result.id(), consumer()));
        options.stream()
                .filter(option -> CHOICE.stream().noneMatch(option::startsWith))
                .forEach(words::add);
        return Words.line(words);
    }

    private String consumer() {
        return "--consumer-cmd=" + Words.line(command);
    }
}
