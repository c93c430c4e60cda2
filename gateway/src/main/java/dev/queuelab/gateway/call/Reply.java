package dev.queuelab.gateway.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client gets for its call. */
public sealed interface Reply {

    /** A whole answer. */
    record Answer(int status, Headers headers, Body body) implements Reply {
        private static final int OK = 200;

        /** The body as a JSON object; an empty one where it is none. The tree is a copy. */
        public ObjectNode json() {
            return body.json();
        }

        public boolean isOk() {
            return status == OK;
        }

        /** The same answer with another body, whose checksum is left out: {@code x-amz-crc32} is DynamoDB's. */
        public Answer withJson(ObjectNode changed) {
            return new Answer(status, headers.without("x-amz-crc32"), Body.of(changed));
        }

        /** The error's code, as SDKs read it: from a header, or from the body. Empty where the answer is no error. */
        public Optional<String> error() {
            if (status < 300) {
                return Optional.empty();
            }
            String type = json().path("__type").asText(json().path("title").asText());
            String code = headers.first("x-amzn-query-error")
                    .map(text -> text.replaceFirst(";.*", ""))
                    .orElse(type.isEmpty() ? Integer.toString(status) : type);
            return Optional.of(code.substring(code.indexOf('#') + 1)); // ElasticMQ's header has the name space, too
        }
    }

    /**
     * The connection closes before the answer is complete.
     *
     * @param answer what would have come
     * @param bytes how much of its body does come; none, nor a header, if 0
     */
    record Cut(Optional<Answer> answer, int bytes) implements Reply {}

    /** The call does not reach the service, and there is no answer: the connection closes. */
    static Reply none() {
        return new Cut(Optional.empty(), 0);
    }

    /** The service has answered, and the connection closes before anything of that arrives. */
    static Reply lost(Reply answered) {
        return answered instanceof Answer answer ? new Cut(Optional.of(answer), 0) : answered;
    }

    /** What a service answers, in JSON, where it has done what was asked. */
    static Answer ok(ObjectNode body) {
        return new Answer(
                Answer.OK,
                Headers.of(Map.of(
                        "Content-Type", List.of("application/x-amz-json-1.0"),
                        "x-amzn-RequestId", List.of("queue-lab"))),
                Body.of(body));
    }

    /**
     * A service's error, in the protocol of the call.
     *
     * @param shape the error's name in the service's API reference
     * @param code its code in the query protocol, where that is another
     */
    static Answer error(Call call, int status, String shape, String code, String message) {
        if (call.isFor(Service.EFFECTS)) {
            return problem(status, shape, message);
        }
        String fault = status < 500 ? "Sender" : "Receiver";
        if (call.protocol() == Protocol.QUERY) {
            String xml = QueryXml.error(fault, code, message, "queue-lab");
            return new Answer(status, Headers.of(Map.of("Content-Type", List.of("text/xml"))), Body.of(xml));
        }
        String type = call.service().map(service -> service.errorType(shape)).orElse(shape);
        ObjectNode body = Body.emptyObject().put("__type", type).put("message", message);
        Headers headers = Headers.of(Map.of(
                "Content-Type", List.of("application/x-amz-json-1.0"),
                "x-amzn-RequestId", List.of("queue-lab")));
        return new Answer(
                status,
                call.isFor(Service.SQS) ? headers.with("x-amzn-query-error", code + ";" + fault) : headers,
                Body.of(body));
    }

    /** The same where the code is the error's name. */
    static Answer error(Call call, int status, String shape, String message) {
        return error(call, status, shape, shape, message);
    }

    /** An error of a service that is none of AWS's (RFC 9457, Problem Details for HTTP APIs). */
    static Answer problem(int status, String title, String detail) {
        ObjectNode body =
                Body.emptyObject().put("title", title).put("status", status).put("detail", detail);
        return new Answer(
                status, Headers.of(Map.of("Content-Type", List.of("application/problem+json"))), Body.of(body));
    }
}
