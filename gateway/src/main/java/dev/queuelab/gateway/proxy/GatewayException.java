package dev.queuelab.gateway.proxy;

/** The gateway cannot do its work. */
public final class GatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GatewayException(String message, Throwable cause) {
        super(message, cause);
    }
}
