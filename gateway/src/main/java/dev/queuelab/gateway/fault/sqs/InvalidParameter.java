package dev.queuelab.gateway.fault.sqs;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;

/** SQS's error for a value that it does not accept; its query code is shorter than its name. */
final class InvalidParameter {
    static final String CODE = "InvalidParameterValue";

    private InvalidParameter() {}

    static Reply of(Call call, String parameter, String value, String reason) {
        return Reply.error(call, 400, CODE + "Exception", CODE, message(parameter, value, reason));
    }

    static String message(String parameter, String value, String reason) {
        return "Value " + value + " for parameter " + parameter + " is invalid. Reason: " + reason;
    }
}
