package dev.queuelab.consumer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Reads the {@code Date} of each answer, also of those that are errors; one that is missing or no date is passed over. */
final class AnswerDates implements ExecutionInterceptor {
    private static final ExecutionAttribute<Instant> ASKED = new ExecutionAttribute<>("queue-lab.asked");

    private final InstantSource clock;
    private final Listener listener;

    AnswerDates(InstantSource clock, Listener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** What is done with a date. */
    @FunctionalInterface
    interface Listener {

        /** A request was sent at {@code asked} and answered by {@code arrived}, with this date of the service's. */
        void answered(Instant asked, Instant arrived, Instant date);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        attributes.putAttribute(ASKED, clock.instant());
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        Instant arrived = clock.instant();
        Instant asked = attributes.getAttribute(ASKED);
        context.httpResponse()
                .firstMatchingHeader("Date")
                .flatMap(AnswerDates::parsed)
                .ifPresent(date -> listener.answered(asked, arrived, date));
    }

    private static Optional<Instant> parsed(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
