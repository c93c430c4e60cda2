package dev.queuelab.runner.it;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Runs of several scenarios that mostly wait, and so take turns on few processors. */
record SideBySide(List<Program> all) implements AutoCloseable {
    private static final int PROGRAMS = 2;

    /** Starts a program for every other name, and one for the rest. */
    static SideBySide start(List<String> names, Function<List<String>, Program> starter) {
        return new SideBySide(IntStream.range(0, PROGRAMS)
                .mapToObj(part -> everyNth(names, part))
                .map(starter)
                .toList());
    }

    private static List<String> everyNth(List<String> names, int part) {
        return IntStream.range(0, names.size())
                .filter(place -> place % PROGRAMS == part)
                .mapToObj(names::get)
                .toList();
    }

    @Override
    public void close() {
        all.forEach(Program::close);
    }
}
