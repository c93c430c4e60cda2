package dev.queuelab.core.aws;

/** A setting of the AWS SDK cannot be used; the message names it, its value and what is accepted. */
public final class AwsSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AwsSettingsException(String message) {
        super(message);
    }

    AwsSettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
