package dev.queuelab.report.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of time that do not overlap, in order. */
record Spans(List<Span> all) {

    Spans {
        all = List.copyOf(all);
    }

    /** From {@code from} up to {@code to}. */
    record Span(Instant from, Instant to) {}

    /** These, joined where they overlap; those of no length are left out. */
    static Spans of(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        spans.stream()
                .filter(span -> span.from().isBefore(span.to()))
                .sorted(Comparator.comparing(Span::from))
                .forEach(span -> {
                    int last = joined.size() - 1;
                    if (last >= 0 && !span.from().isAfter(joined.get(last).to())) {
                        Instant end = later(joined.get(last).to(), span.to());
                        joined.set(last, new Span(joined.get(last).from(), end));
                    } else {
                        joined.add(span);
                    }
                });
        return new Spans(joined);
    }

    /** What is left of these without those. */
    Spans without(Spans others) {
        List<Span> left = all;
        for (Span other : others.all) {
            List<Span> next = new ArrayList<>();
            for (Span span : left) {
                next.add(new Span(span.from(), earlier(span.to(), other.from())));
                next.add(new Span(later(span.from(), other.to()), span.to()));
            }
            left = of(next).all;
        }
        return new Spans(left);
    }

    /** What of these lies in {@code span}. */
    Spans within(Span span) {
        return of(all.stream()
                .map(one -> new Span(later(one.from(), span.from()), earlier(one.to(), span.to())))
                .toList());
    }

    Duration length() {
        return all.stream()
                .map(span -> Duration.between(span.from(), span.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
