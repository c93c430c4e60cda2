package dev.queuelab.core.aws;

/** Credentials for emulators, which take any. No secret; DynamoDB Local wants letters and digits only. */
public final class EmulatorCredentials {
    public static final String KEY_ID = "queuelab";
    public static final String SECRET = "queuelab";

    private EmulatorCredentials() {}
}
