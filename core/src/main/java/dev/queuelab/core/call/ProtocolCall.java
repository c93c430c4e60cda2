package dev.queuelab.core.call;

/**
 * One call of those that a consumer makes about a message.
 *
 * @param operation such as "UpdateItem"
 * @param resource the queue's or the table's name
 * @param occurrence the how many-th call of this operation on this resource about the same message, from 1; a repetition
 *     by the SDK itself does not count
 */
public record ProtocolCall(String operation, String resource, int occurrence) {

    /** For people, such as "UpdateItem orders-status, no. 2". */
    public String describe() {
        return operation + " " + resource + (occurrence == 1 ? "" : ", no. " + occurrence);
    }
}
