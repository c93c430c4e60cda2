package dev.queuelab.scenarios.check;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import java.util.ArrayList;
import java.util.List;

/** Checks of how the number of consumers followed the load. */
public final class Scalings {
    private Scalings() {}

    /**
     * Before the flood ended, so many decisions in a row wanted no other number of consumers than there were.
     *
     * @param producer whose end is the flood's
     */
    public static Check equilibrium(String producer, int decisions) {
        return new Check("equilibrium reached", evidence -> {
            int steady = 0;
            for (Event.ScalingDecided decision : duringFlood(evidence, producer)) {
                steady = decision.wanted() == decision.consumers() ? steady + 1 : 0;
                if (steady == decisions) {
                    return Judgement.pass("with " + decision.consumers() + " consumers the load was steady for "
                            + decisions + " looks");
                }
            }
            List<Event.ScalingDecided> all = duringFlood(evidence, producer);
            return all.isEmpty()
                    ? Judgement.unknown("nobody looked at the load")
                    : Judgement.fail(
                            "none in " + all.size() + " looks; at the last, with " + told(all.get(all.size() - 1)));
        });
    }

    /** Consumers were added and removed again; else the story is about nothing that happened. */
    public static Check outAndInSeen() {
        return new Check("scaling seen", evidence -> {
            List<Integer> numbers = evidence.history()
                    .all(Event.ScalingDecided.class)
                    .map(Event.ScalingDecided::consumers)
                    .toList();
            int most = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
            int last = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
            String found = "from 1 consumer to " + most + ", then to " + last;
            return most > 1 && last < most ? Judgement.pass(found) : Judgement.unknown(found);
        });
    }

    /** Every decision with what it was made of. */
    public static Exhibit decisions(String name) {
        return new Exhibit(
                name,
                evidence -> new Table(
                        List.of("consumers", "wanted", "waiting", "age of the oldest (s)", "reason"),
                        evidence.history()
                                .all(Event.ScalingDecided.class)
                                .map(Scalings::row)
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

    private static String told(Event.ScalingDecided decision) {
        return decision.consumers() + " consumers, " + decision.reason();
    }
}
