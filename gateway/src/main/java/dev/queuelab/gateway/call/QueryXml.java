package dev.queuelab.gateway.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Writes what SQS answers in JSON as the query protocol's XML (Amazon SQS API Reference, AWS query protocol). */
final class QueryXml {
    private static final String NAMESPACE = "http://queue.amazonaws.com/doc/2012-11-05/";

    /** Operations of which the answer has no part of its own. */
    private static final Set<String> WITHOUT_RESULT = Set.of(
            "AddPermission",
            "ChangeMessageVisibility",
            "DeleteMessage",
            "DeleteQueue",
            "PurgeQueue",
            "RemovePermission",
            "SetQueueAttributes",
            "TagQueue",
            "UntagQueue");

    /** How a member of a list or a map is named; in JSON the whole is. */
    private static final Map<String, String> MEMBERS = Map.of(
            "Messages", "Message",
            "Failed", "BatchResultErrorEntry",
            "QueueUrls", "QueueUrl",
            "queueUrls", "QueueUrl",
            "Attributes", "Attribute",
            "MessageAttributes", "MessageAttribute",
            "Tags", "Tag");

    private QueryXml() {}

    static String answer(String operation, ObjectNode body, String requestId) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?>")
                .append('<')
                .append(operation)
                .append("Response xmlns=\"" + NAMESPACE + "\">");
        if (!WITHOUT_RESULT.contains(operation)) {
            xml.append('<').append(operation).append("Result>");
            writeFields(body, operation, xml);
            xml.append("</").append(operation).append("Result>");
        }
        xml.append("<ResponseMetadata>");
        writeText("RequestId", requestId, xml);
        return xml.append("</ResponseMetadata></")
                .append(operation)
                .append("Response>")
                .toString();
    }

    /** @param fault who is to blame: Sender or Receiver */
    static String error(String fault, String code, String message, String requestId) {
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\"?><ErrorResponse xmlns=\"" + NAMESPACE + "\"><Error>");
        writeText("Type", fault, xml);
        writeText("Code", code, xml);
        writeText("Message", message, xml);
        xml.append("</Error>");
        writeText("RequestId", requestId, xml);
        return xml.append("</ErrorResponse>").toString();
    }

    private static void writeFields(JsonNode object, String operation, StringBuilder xml) {
        object.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (value.isArray()) {
                value.forEach(
                        member -> write(MEMBERS.getOrDefault(name, operation + "ResultEntry"), member, operation, xml));
            } else if (value.isObject() && MEMBERS.containsKey(name)) {
                value.properties()
                        .forEach(entry ->
                                writeEntry(MEMBERS.get(name), entry.getKey(), entry.getValue(), operation, xml));
            } else {
                write(name, value, operation, xml);
            }
        });
    }

    private static void writeEntry(String name, String key, JsonNode value, String operation, StringBuilder xml) {
        xml.append('<').append(name).append('>');
        writeText(name.equals("Tag") ? "Key" : "Name", key, xml);
        write("Value", value, operation, xml);
        xml.append("</").append(name).append('>');
    }

    private static void write(String name, JsonNode value, String operation, StringBuilder xml) {
        if (value.isNull()) {
            return;
        }
        if (value.isObject()) {
            xml.append('<').append(name).append('>');
            writeFields(value, operation, xml);
            xml.append("</").append(name).append('>');
        } else {
            writeText(name, value.asText(), xml);
        }
    }

    private static void writeText(String name, String text, StringBuilder xml) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\r", "&#xD;")) // a parser would make a line feed of it
                .append("</")
                .append(name)
                .append('>');
    }
}
