package dev.queuelab.gateway.fault;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;

/** A fault by which the service refuses the call, with HTTP status 400 if nothing else is said, and does nothing. */
public abstract class Refusal implements Fault {
    private static final int BAD_REQUEST = 400;

    private final int status;
    private final String shape;
    private final String code;
    private final String message;

    /**
     * Refuses with this error.
     *
     * @param status the HTTP status
     * @param shape the error's name in the service's API reference
     * @param code its code in the query protocol, which SDKs of SQS give as the error's code
     */
    protected Refusal(int status, String shape, String code, String message) {
        this.status = status;
        this.shape = shape;
        this.code = code;
        this.message = message;
    }

    /** Refuses with HTTP status 400. */
    protected Refusal(String shape, String code, String message) {
        this(BAD_REQUEST, shape, code, message);
    }

    /** Refuses with HTTP status 400 and an error whose code is its name. */
    protected Refusal(String shape, String message) {
        this(shape, shape, message);
    }

    @Override
    public final Reply apply(Call call, Chance chance, Next next) {
        return canRefuse(call) && chance.falls() ? refusal(call) : next.forward(call);
    }

    /** The error. */
    protected Reply refusal(Call call) {
        return Reply.error(call, status, shape, code, message);
    }

    /** Whether such a call is ever refused. */
    protected boolean canRefuse(Call call) {
        return true;
    }
}
