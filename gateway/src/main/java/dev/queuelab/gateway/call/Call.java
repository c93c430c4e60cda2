package dev.queuelab.gateway.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request, as a client sent it.
 *
 * @param number the gateway's own, from 1
 * @param caller the name of the process that sent it
 * @param service empty where it is for none that the gateway knows
 * @param operation such as "ReceiveMessage"; empty text where the request names none
 * @param body as it is on the wire
 * @param request the body as a JSON object; a form's fields as text; an empty object where it is neither
 */
public record Call(
        long number,
        String caller,
        Optional<Service> service,
        Protocol protocol,
        String operation,
        String method,
        String path,
        Headers headers,
        Body body,
        ObjectNode request) {
    private static final Pattern ATTEMPT = Pattern.compile("attempt=(\\d{1,6})");

    public static Call of(long number, String caller, String method, String path, Headers headers, Body body) {
        String target = headers.first("X-Amz-Target").orElse("");
        Optional<Service> service = Service.ofTarget(target);
        if (service.isPresent()) {
            String operation = target.substring(target.indexOf('.') + 1);
            return new Call(
                    number, caller, service, Protocol.JSON, operation, method, path, headers, body, body.json());
        }
        ObjectNode form = isForm(headers) ? form(body) : Body.emptyObject();
        boolean query = form.has("Action");
        if (!query && EffectCall.isIn(path)) {
            return new Call(
                    number,
                    caller,
                    Optional.of(Service.EFFECTS),
                    Protocol.OTHER,
                    EffectCall.operation(method),
                    method,
                    path,
                    headers,
                    body,
                    body.json());
        }
        return new Call(
                number,
                caller,
                query ? Optional.of(Service.SQS) : Optional.empty(),
                query ? Protocol.QUERY : Protocol.OTHER,
                form.path("Action").asText(),
                method,
                path,
                headers,
                body,
                form);
    }

    private static boolean isForm(Headers headers) {
        return headers.first("Content-Type")
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
    }

    private static ObjectNode form(Body body) {
        ObjectNode fields = Body.emptyObject();
        for (String field : body.text().split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // the service is to refuse it
        }
    }

    public boolean isFor(Service other) {
        return service.filter(other::equals).isPresent();
    }

    /** The name of its queue or table, or {@link EffectCall#RESOURCE}; empty text where it names none. */
    public String resource() {
        if (isFor(Service.EFFECTS)) {
            return EffectCall.RESOURCE;
        }
        String table = request.path("TableName").asText();
        String url = withoutQuery(request.path("QueueUrl").asText(protocol == Protocol.QUERY ? path : ""));
        String queue = request.path("QueueName").asText(url.substring(url.lastIndexOf('/') + 1));
        return table.isEmpty() ? queue : table;
    }

    /** A query may have a signature in it, which must not get into a record. */
    private static String withoutQuery(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    /** Which try of the SDK's own this is, from 1; SDKs that do not say are always at their first. */
    public int attempt() {
        return headers.first("amz-sdk-request")
                .map(ATTEMPT::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .orElse(1);
    }

    /** The same call for another path and query. */
    public Call withPath(String changed) {
        return new Call(number, caller, service, protocol, operation, method, changed, headers, body, request);
    }

    /** The same call with another request; of a call in JSON only. */
    public Call withRequest(ObjectNode changed) {
        return inJson(operation, headers, changed);
    }

    /** A call of the same client to the same service, with another operation; of a call in JSON only. */
    public Call as(String other, ObjectNode changed) {
        String target = headers.first("X-Amz-Target").orElse("").replaceFirst("\\..*", "") + "." + other;
        return inJson(other, headers.with("X-Amz-Target", target), changed);
    }

    /** The same call as one of the external service. */
    Call asEffect(String changedPath, ObjectNode changed) {
        return new Call(
                number,
                caller,
                Optional.of(Service.EFFECTS),
                Protocol.OTHER,
                EffectCall.POST,
                "POST",
                changedPath,
                headers,
                Body.of(changed),
                changed);
    }

    private Call inJson(String named, Headers sent, ObjectNode changed) {
        if (protocol != Protocol.JSON) {
            throw new IllegalStateException(operation + " is not in JSON");
        }
        return new Call(number, caller, service, protocol, named, method, path, sent, Body.of(changed), changed);
    }
}
