package dev.queuelab.report.analysis;

import dev.queuelab.core.history.Entry;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.trace.Delivery;
import dev.queuelab.core.trace.MessageTrace;
import dev.queuelab.core.trace.MessageTraces;
import dev.queuelab.lab.runstore.StepRecord;
import dev.queuelab.lab.runstore.StoredRun;
import dev.queuelab.report.analysis.Spans.Span;
import dev.queuelab.report.analysis.WallTime.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When a run's time was used for what, by its history and its steps. The uses may overlap. */
final class UsesOfTime {
    /** The step by which the runner reports that it lets time pass. */
    private static final Pattern SET_WAIT = Pattern.compile("waiting (\\d+) s for .*");

    private final StoredRun run;
    private final Span whole;
    private final MessageTraces traces;
    private final Map<String, Instant> started = new HashMap<>();
    private final Map<String, Double> workSeconds = new HashMap<>();

    UsesOfTime(StoredRun run, Span whole) {
        this.run = run;
        this.whole = whole;
        this.traces = run.traces();
        for (Entry entry : run.history().entries()) {
            if (entry.event() instanceof Event.Started begun) {
                started.put(entry.process(), entry.at());
                String seconds = begun.settings().get(Knobs.SIDE_EFFECT_DELAY_SECONDS.name());
                if (seconds != null) {
                    workSeconds.put(entry.process(), Double.parseDouble(seconds));
                }
            }
        }
    }

    Map<Use, Spans> all() {
        Map<Use, Spans> uses = new EnumMap<>(Use.class);
        put(uses, Use.VISIBILITY, traces.all().stream().flatMap(this::hidden));
        put(uses, Use.SET_WAITS, Stream.concat(setWaits(), traces.all().stream().flatMap(this::setWork)));
        put(uses, Use.STARTS, started.values().stream().map(at -> new Span(stepBefore(at), at)));
        put(uses, Use.STOPS, stops());
        put(uses, Use.WORK, Stream.concat(sending(), traces.all().stream().flatMap(UsesOfTime::inHand)));
        Instant first = started.values().stream()
                .min(Instant::compareTo)
                .map(this::stepBefore)
                .orElse(whole.to());
        put(uses, Use.PREPARATION, Stream.of(new Span(whole.from(), first)));
        put(uses, Use.JUDGEMENT, Stream.of(new Span(lastExit(), whole.to())));
        return uses;
    }

    private void put(Map<Use, Spans> uses, Use use, Stream<Span> spans) {
        uses.put(use, Spans.of(spans.toList()).within(whole));
    }

    /** From each receive that did not end in a deletion for as long as the queue hides the message, or up to the next one. */
    private Stream<Span> hidden(MessageTrace message) {
        List<Span> spans = new ArrayList<>();
        List<Delivery> deliveries = message.deliveries();
        for (int number = 0; number < deliveries.size(); number++) {
            Delivery delivery = deliveries.get(number);
            boolean last = number + 1 == deliveries.size();
            boolean deleted = last && message.fate() == MessageTrace.Fate.DELETED;
            if (!deleted
                    && delivery.end() != Delivery.End.HANDED_BACK
                    && run.queueSettings().knowsVisibilityTimeout()) {
                Instant visible = delivery.at().plus(run.queueSettings().visibilityTimeout());
                Instant next = last ? whole.to() : deliveries.get(number + 1).at();
                spans.add(new Span(delivery.at(), visible.isBefore(next) ? visible : next));
            }
        }
        return spans.stream();
    }

    private Stream<Span> setWaits() {
        List<Span> spans = new ArrayList<>();
        for (StepRecord step : run.steps()) {
            Matcher wait = SET_WAIT.matcher(step.step().orElse(""));
            if (wait.matches()) {
                spans.add(new Span(step.at(), step.at().plusSeconds(Long.parseLong(wait.group(1)))));
            }
        }
        return spans.stream();
    }

    /** The part of the work on a message that its consumer was set to take. */
    private Stream<Span> setWork(MessageTrace message) {
        return message.deliveries().stream().flatMap(delivery -> {
            double seconds = workSeconds.getOrDefault(delivery.process(), 0.0);
            return delivery.timeOf(Event.EffectAttempted.class).stream().map(from -> {
                Instant set = from.plusMillis(Math.round(seconds * 1000));
                return new Span(from, set.isBefore(delivery.endedAt()) ? set : delivery.endedAt());
            });
        });
    }

    /** The runner's last step before this moment; the begin of the run if there was none. */
    private Instant stepBefore(Instant moment) {
        return run.steps().stream()
                .map(StepRecord::at)
                .filter(at -> at.isBefore(moment))
                .max(Instant::compareTo)
                .orElse(whole.from());
    }

    private Stream<Span> stops() {
        Map<String, Instant> signalled = new HashMap<>();
        List<Span> spans = new ArrayList<>();
        for (Entry entry : run.history().entries()) {
            if (entry.event() instanceof Event.Signalled signal && signal.endsChild()) {
                signalled.putIfAbsent(signal.child(), entry.at());
            } else if (entry.event() instanceof Event.Exited exited && signalled.containsKey(exited.child())) {
                spans.add(new Span(signalled.getOrDefault(exited.child(), entry.at()), entry.at()));
            }
        }
        return spans.stream();
    }

    private Stream<Span> sending() {
        return run.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.Stopped)
                .filter(entry -> entry.process().startsWith("producer"))
                .map(entry -> new Span(started.getOrDefault(entry.process(), entry.at()), entry.at()));
    }

    private static Stream<Span> inHand(MessageTrace message) {
        return message.deliveries().stream().map(UsesOfTime::inHand);
    }

    private static Span inHand(Delivery delivery) {
        return new Span(delivery.at(), delivery.endedAt());
    }

    private Instant lastExit() {
        return run.history().entries().stream()
                .filter(entry -> entry.event() instanceof Event.Exited || entry.event() instanceof Event.Stopped)
                .map(Entry::at)
                .max(Instant::compareTo)
                .orElse(whole.to());
    }
}
