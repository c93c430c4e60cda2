package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.util.ArrayList;
import java.util.List;

/** Checks of how the number of consumers followed the load. */
public final class ScalingChecks {
    public static final Precondition SCALING_SEEN =
            new Precondition("scaling seen", "Consumers were added, and removed again.", ScalingChecks::scalingSeen);

    private ScalingChecks() {}

    /**
     * Before the flood ended, so many decisions in a row wanted no other number of consumers than there were.
     *
     * @param producer the process whose end is the end of the flood
     */
    public static Requirement equilibrium(String producer, int decisions) {
        return new Requirement(
                "equilibrium reached",
                "During the flood, the number of consumers was right " + decisions + " times in a row.",
                evidence -> equilibrium(duringFlood(evidence, producer), decisions));
    }

    private static Finding equilibrium(List<Event.ScalingDecided> duringFlood, int decisions) {
        int steady = 0;
        for (Event.ScalingDecided decision : duringFlood) {
            steady = decision.wanted() == decision.consumers() ? steady + 1 : 0;
            if (steady == decisions) {
                return Finding.holds(
                        "with " + decision.consumers() + " consumers the load was steady for " + decisions + " looks");
            }
        }
        if (duringFlood.isEmpty()) {
            return Finding.undecided("nobody looked at the load");
        }
        Event.ScalingDecided last = duringFlood.get(duringFlood.size() - 1);
        return Finding.broken("none in " + duringFlood.size() + " looks; at the last, with " + last.consumers()
                + " consumers, " + last.reason());
    }

    private static List<Event.ScalingDecided> duringFlood(Evidence evidence, String producer) {
        List<Event.ScalingDecided> decisions = new ArrayList<>();
        for (Entry entry : evidence.history().entries()) {
            if (entry.event() instanceof Event.Signalled signal
                    && signal.child().equals(producer)) {
                break;
            }
            if (entry.event() instanceof Event.ScalingDecided decision) {
                decisions.add(decision);
            }
        }
        return decisions;
    }

    private static Finding scalingSeen(Evidence evidence) {
        List<Integer> numbers = evidence.history()
                .all(Event.ScalingDecided.class)
                .map(Event.ScalingDecided::consumers)
                .toList();
        int most = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
        int last = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
        return Finding.that(most > 1 && last < most, "from 1 consumer to " + most + ", then to " + last);
    }

    /** Every decision with what it was based on. */
    public static ReportTable decisions(String name) {
        return new ReportTable(
                name,
                evidence -> new Table(
                        List.of("consumers", "wanted", "waiting", "age of the oldest (s)", "reason"),
                        evidence.history()
                                .all(Event.ScalingDecided.class)
                                .map(ScalingChecks::row)
                                .toList()));
    }

    private static List<String> row(Event.ScalingDecided decision) {
        return List.of(
                Integer.toString(decision.consumers()),
                Integer.toString(decision.wanted()),
                Long.toString(decision.depth()),
                Double.toString(decision.oldestAgeSeconds()),
                decision.reason());
    }
}
