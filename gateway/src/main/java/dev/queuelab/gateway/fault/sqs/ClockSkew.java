package dev.queuelab.gateway.fault.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Protocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.fault.Chance;
import dev.queuelab.gateway.fault.Definition;
import dev.queuelab.gateway.fault.Fault;
import dev.queuelab.gateway.fault.Next;
import dev.queuelab.gateway.fault.Parameter;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

@Definition(
        name = "clock-skew",
        claim = "The service's clock differs from the client's: time stamps of messages and the Date of replies are"
                + " shifted.",
        source = "Amazon SQS API Reference, ReceiveMessage (SentTimestamp, ApproximateFirstReceiveTimestamp)",
        shows = "Ages that are negative or too great; SDKs sign for another time.",
        protection = "Compare time stamps of one clock alone; order by version.")
@AutoService(Fault.class)
public final class ClockSkew implements Fault {
    private static final long MILLIS = 1_000;
    private static final List<String> STAMPS = List.of("SentTimestamp", "ApproximateFirstReceiveTimestamp");
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    @Parameter(
            value = "seconds by which the service's clock is ahead of the client's; behind it, if negative",
            from = -31_536_000,
            to = 31_536_000)
    private long seconds = 300;

    @Override
    public Reply apply(Call call, Chance chance, Next next) {
        boolean falls = chance.falls();
        Reply reply = next.forward(call);
        if (!falls || !(reply instanceof Reply.Answer answer)) {
            return reply;
        }
        boolean hasMessages = call.protocol() == Protocol.JSON
                && call.operation().equals("ReceiveMessage")
                && Answers.messages(answer).size() > 0;
        return withDate(hasMessages ? withStamps(answer) : answer);
    }

    private Reply.Answer withStamps(Reply.Answer answer) {
        ObjectNode body = answer.json();
        for (JsonNode message : body.path("Messages")) {
            if (message.path("Attributes") instanceof ObjectNode attributes) {
                for (String stamp : STAMPS) {
                    String millis = attributes.path(stamp).asText();
                    if (millis.matches("\\d{1,15}")) {
                        attributes.put(stamp, Long.toString(Long.parseLong(millis) + seconds * MILLIS));
                    }
                }
            }
        }
        return answer.withJson(body);
    }

    private Reply.Answer withDate(Reply.Answer answer) {
        return answer.headers()
                .first("Date")
                .flatMap(this::shifted)
                .map(date -> new Reply.Answer(answer.status(), answer.headers().with("Date", date), answer.body()))
                .orElse(answer);
    }

    private Optional<String> shifted(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .withZoneSameInstant(ZoneOffset.UTC)
                    .plusSeconds(seconds)
                    .format(HTTP_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // not a date: nothing to shift
        }
    }
}
