package dev.queuelab.runner.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Calls SQS and DynamoDB through an SDK, which does not retry. Requests and results have the API reference's names. */
interface SdkClient extends AutoCloseable {

    /**
     * Makes a call.
     *
     * @throws CallFailedException if it fails
     */
    JsonNode call(String service, String operation, Map<String, Object> request);

    default JsonNode sqs(String operation, Map<String, Object> request) {
        return call("SQS", operation, request);
    }

    default JsonNode dynamoDb(String operation, Map<String, Object> request) {
        return call("DynamoDB", operation, request);
    }

    @Override
    void close();

    /** A call failed. */
    final class CallFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** The error's code as the SDK names it; empty text if there was no answer. */
        final String code;

        CallFailedException(String code, String message) {
            super(code + ": " + message);
            this.code = code;
        }
    }
}
