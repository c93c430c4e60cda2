package dev.queuelab.report.analysis;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A process of the run, from its first event to its end.
 *
 * @param from in seconds since the run began
 * @param to when it ended; if nobody recorded that, the run's end
 * @param ending in a few words
 * @param settings as the process recorded them at its start
 * @param calls requests by service and operation; empty if it ended without recording them
 */
public record ProcessTimeline(
        String name,
        String role,
        OptionalLong pid,
        double from,
        double to,
        String ending,
        Map<String, String> settings,
        Map<String, Long> calls) {

    /** The processes of a run, in the order of their first events. */
    public static List<ProcessTimeline> of(History history, RunTime time) {
        Map<String, Builder> processes = new LinkedHashMap<>();
        for (Entry entry : history.entries()) {
            processes
                    .computeIfAbsent(entry.process(), name -> new Builder(name, time.seconds(entry.at()), time))
                    .add(entry);
        }
        for (Entry entry : history.entries()) {
            childOf(entry.event()).map(processes::get).ifPresent(process -> process.addFromOutside(entry));
        }
        return processes.values().stream().map(Builder::build).toList();
    }

    private static Optional<String> childOf(Event event) {
        if (event instanceof Event.Signalled signalled) {
            return Optional.of(signalled.child());
        }
        return event instanceof Event.Exited exited ? Optional.of(exited.child()) : Optional.empty();
    }

    /** Whether it ended, or ran until the end of the run, without a record of its calls. */
    public boolean lacksCalls() {
        return pid.isPresent() && calls.isEmpty();
    }

    /** A timeline while its events are gathered. */
    private static final class Builder {
        private final String name;
        private final double from;
        private final RunTime time;
        private final List<String> ending = new ArrayList<>();
        private String role;
        private OptionalLong pid = OptionalLong.empty();
        private Map<String, String> settings = Map.of();
        private Map<String, Long> calls = Map.of();
        private Optional<Double> ended = Optional.empty();

        Builder(String name, double from, RunTime time) {
            this.name = name;
            this.from = from;
            this.time = time;
            this.role = name.replaceAll("-\\d+$", "");
        }

        void add(Entry entry) {
            if (entry.event() instanceof Event.Started started) {
                role = started.role();
                pid = OptionalLong.of(started.pid());
                settings = started.settings();
            } else if (entry.event() instanceof Event.Stopped stopped) {
                calls = stopped.calls();
                end(entry, stopped.reason());
            } else if (entry.event() instanceof Event.Crashed crashed) {
                end(entry, "crashed " + crashed.point());
            }
        }

        private void end(Entry entry, String how) {
            ended = Optional.of(time.seconds(entry.at()));
            ending.add(how);
        }

        /** What the runner recorded about the process. */
        void addFromOutside(Entry entry) {
            if (entry.event() instanceof Event.Signalled signalled && signalled.endsChild()) {
                ending.add(0, "SIG" + signalled.signal());
            } else if (entry.event() instanceof Event.Exited exited) {
                ended = ended.or(() -> Optional.of(time.seconds(entry.at())));
                ending.add("exit code " + exited.exitCode());
            }
        }

        ProcessTimeline build() {
            String how = ending.isEmpty() && pid.isPresent() ? "no end recorded" : String.join(", ", ending);
            return new ProcessTimeline(name, role, pid, from, ended.orElse(time.end()), how, settings, calls);
        }
    }
}
