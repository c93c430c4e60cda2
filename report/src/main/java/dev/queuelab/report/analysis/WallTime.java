package dev.queuelab.report.analysis;

import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.report.analysis.Spans.Span;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the wall time of a run went. Each moment counts once, for the first of {@link Use} that applies to it, so that the
 * parts add up to the whole.
 *
 * @param parts by use; those that took no time have zero
 */
public record WallTime(Duration whole, Map<Use, Duration> parts) {
    private static final Spans NONE = new Spans(List.of());

    public WallTime {
        parts = Map.copyOf(parts);
    }

    /** What time is used for. */
    public enum Use {
        /** A message was hidden after a delivery that did not end in its deletion, and nobody could receive it. */
        VISIBILITY("visibility", true),
        /** Work that was set to take long, or a message that was held back, or a time that the play was to let pass. */
        SET_WAITS("set waits", true),
        /** A process had been started, and had not recorded that it begins. */
        STARTS("starts", false),
        /** A process had been sent SIGTERM or SIGKILL, and had not ended. */
        STOPS("stops", false),
        /** A producer sent, or a consumer had a message in hand. */
        WORK("work", false),
        /** Before the first process was started: the stack was looked at and emptied. */
        PREPARATION("preparation", false),
        /** After the last process had ended: evidence was collected and judged. */
        JUDGEMENT("judgement", false),
        /** The rest: polls that had not come yet, and looks of the runner. */
        OTHER("polls and other", false);

        private final String title;
        private final boolean inherent;

        Use(String title, boolean inherent) {
            this.title = title;
            this.inherent = inherent;
        }

        /** A few words, for people. */
        public String title() {
            return title;
        }

        /** Whether no computer makes it shorter. */
        public boolean isInherent() {
            return inherent;
        }
    }

    /** Of a run that has ended, by what its processes recorded. */
    public static WallTime of(StoredRun run) {
        Span whole = new Span(run.begun(), run.ended());
        Map<Use, Spans> uses = new UsesOfTime(run, whole).all();
        Map<Use, Duration> parts = new EnumMap<>(Use.class);
        Spans left = Spans.of(List.of(whole));
        for (Use use : Use.values()) {
            Spans rest = use == Use.OTHER ? NONE : left.without(uses.getOrDefault(use, NONE));
            parts.put(use, left.length().minus(rest.length()));
            left = rest;
        }
        return new WallTime(Duration.between(whole.from(), whole.to()), parts);
    }

    public Duration of(Use use) {
        return parts.getOrDefault(use, Duration.ZERO);
    }

    /** The time that the run would take if everything else took none: its inherent waits, overlapping ones once. */
    public Duration floor() {
        return parts.entrySet().stream()
                .filter(part -> part.getKey().isInherent())
                .map(Map.Entry::getValue)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
