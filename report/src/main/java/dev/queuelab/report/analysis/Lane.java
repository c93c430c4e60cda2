package dev.queuelab.report.analysis;

import dev.queuelab.core.history.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A process of the run.
 *
 * @param to when it ended; if nobody recorded that, the run's end
 * @param ending in a few words
 * @param settings as the process recorded them at its start
 * @param calls requests by service and operation; empty if it did not come to tell
 */
public record Lane(
        String name,
        String role,
        OptionalLong pid,
        double from,
        double to,
        String ending,
        Map<String, String> settings,
        Map<String, Long> calls) {

    /** The processes of these facts, in the order of their first ones. */
    public static List<Lane> in(List<Fact> facts, double endOfRun) {
        Map<String, List<Fact>> byProcess = new LinkedHashMap<>();
        Map<String, List<Fact>> aboutChild = new TreeMap<>();
        for (Fact fact : facts) {
            byProcess
                    .computeIfAbsent(fact.process(), unused -> new ArrayList<>())
                    .add(fact);
            if (fact.details().containsKey("child")) {
                aboutChild
                        .computeIfAbsent(fact.details().get("child").asText(), unused -> new ArrayList<>())
                        .add(fact);
            }
        }
        return byProcess.entrySet().stream()
                .map(process -> of(
                        process.getKey(),
                        process.getValue(),
                        aboutChild.getOrDefault(process.getKey(), List.of()),
                        endOfRun))
                .toList();
    }

    /** Whether it ended, or ran to the run's end, without telling what it called. */
    public boolean keptItsCallsToItself() {
        return pid.isPresent() && calls.isEmpty();
    }

    private static Lane of(String name, List<Fact> own, List<Fact> aboutIt, double endOfRun) {
        String role = name.replaceAll("-\\d+$", "");
        OptionalLong pid = OptionalLong.empty();
        Map<String, String> settings = Map.of();
        Map<String, Long> calls = Map.of();
        double to = endOfRun;
        List<String> ending = new ArrayList<>();
        for (Fact fact : own) {
            if (fact.event() instanceof Event.Started started) {
                role = started.role();
                pid = OptionalLong.of(started.pid());
                settings = started.settings();
            } else if (fact.event() instanceof Event.Stopped stopped) {
                calls = stopped.calls();
                to = fact.at();
                ending.add(stopped.reason());
            } else if (fact.event() instanceof Event.Crashed crashed) {
                to = fact.at();
                ending.add("crashed " + crashed.point());
            }
        }
        for (Fact fact : aboutIt) {
            if (fact.event() instanceof Event.Signalled signalled) {
                ending.add(0, "SIG" + signalled.signal());
            } else if (fact.event() instanceof Event.Exited exited) {
                to = calls.isEmpty() && !ending.toString().contains("crashed") ? fact.at() : to;
                ending.add("exit code " + exited.exitCode());
            }
        }
        String told = ending.isEmpty() && pid.isPresent() ? "no end recorded" : String.join(", ", ending);
        return new Lane(name, role, pid, own.get(0).at(), to, told, settings, calls);
    }
}
