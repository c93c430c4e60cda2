package dev.queuelab.gateway.signing;

import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFileSupplier;

/**
 * What a gateway before AWS needs: the user's own credentials, with which it signs what it forwards, and others for the
 * programs that may call it. The user's are looked for at each call, so that session credentials are renewed.
 */
public final class Signing {
    private final String region;
    private final CallerCredentials callers;
    private final AwsCredentialsProvider user;

    private Signing(String region, CallerCredentials callers, AwsCredentialsProvider user) {
        this.region = region;
        this.callers = callers;
        this.user = user;
    }

    /** With the user's credentials as every AWS SDK finds them, and new ones for the callers. */
    public static Signing withDefaultCredentials(String region) {
        return new Signing(
                region,
                CallerCredentials.random(),
                DefaultCredentialsProvider.builder()
                        .profileFile(ProfileFileSupplier.defaultSupplier())
                        .build());
    }

    /** The region that callers must sign for; the calls are re-signed for the same one. */
    public String region() {
        return region;
    }

    /** What the programs that call the gateway must sign with. */
    public CallerCredentials callerCredentials() {
        return callers;
    }

    public CallerCheck check(Clock clock) {
        return new CallerCheck(callers, region, clock);
    }

    public CallSigner signer(Clock clock) {
        return new CallSigner(region, user, clock);
    }
}
