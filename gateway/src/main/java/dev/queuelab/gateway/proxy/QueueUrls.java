package dev.queuelab.gateway.proxy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Protocol;
import dev.queuelab.gateway.call.Reply;
import dev.queuelab.gateway.call.Service;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the queue URLs in replies lead to the gateway, since older SDKs send a call to its queue's own host; and those
 * in requests the ones that the service knows.
 */
final class QueueUrls {
    private final String origin;
    private final Map<String, String> originals = new ConcurrentHashMap<>();

    QueueUrls(URI service) {
        this.origin = service.getScheme() + "://" + service.getRawAuthority();
    }

    /** The call as the service is to get it. */
    Call toService(Call call) {
        if (!isSqsInJson(call) || !call.request().path("QueueUrl").isTextual()) {
            return call;
        }
        String url = call.request().path("QueueUrl").textValue();
        String original = original(url);
        if (original.equals(url)) {
            return call;
        }
        return call.withRequest(withUrl(call.request(), original));
    }

    private static boolean isSqsInJson(Call call) {
        return call.isFor(Service.SQS) && call.protocol() == Protocol.JSON;
    }

    /** Only the outermost object is a copy. */
    private static ObjectNode withUrl(ObjectNode request, String url) {
        ObjectNode changed = request.objectNode();
        changed.setAll(request);
        return changed.put("QueueUrl", url);
    }

    private String original(String url) {
        String path = path(url);
        return originals.getOrDefault(path, path.isEmpty() ? url : origin + path);
    }

    private static String path(String url) {
        try {
            String path = URI.create(url).getRawPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The reply as the client is to get it. */
    Reply toClient(Call call, Reply reply, String gateway) {
        if (!isSqsInJson(call) || !(reply instanceof Reply.Answer answer) || !answer.isOk()) {
            return reply;
        }
        return switch (call.operation()) {
            case "CreateQueue", "GetQueueUrl", "ListQueues", "ListDeadLetterSourceQueues" -> inJson(answer, gateway);
            default -> reply;
        };
    }

    private Reply inJson(Reply.Answer answer, String gateway) {
        ObjectNode body = answer.json();
        if (body.path("QueueUrl").isTextual()) {
            body.put("QueueUrl", seen(body.path("QueueUrl").textValue(), gateway));
        }
        for (String field : new String[] {"QueueUrls", "queueUrls"}) {
            if (body.path(field) instanceof ArrayNode urls) {
                ArrayNode changed = body.arrayNode();
                urls.forEach(url -> changed.add(seen(url.asText(), gateway)));
                body.set(field, changed);
            }
        }
        return answer.withJson(body);
    }

    private String seen(String url, String gateway) {
        String path = path(url);
        originals.put(path, url);
        return gateway + path;
    }
}
