package dev.queuelab.core.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;

/** Makes clients that take nothing from the user's AWS settings: no variable, no profile. */
final class SdkIsolation {
    private static final String NO_FILE = "/dev/null";
    private static final ProfileFile NO_PROFILES = ProfileFile.aggregator().build();

    private SdkIsolation() {}

    static void apply(ClientOverrideConfiguration.Builder settings) {
        settings.defaultProfileFileSupplier(() -> NO_PROFILES)
                .defaultProfileName("default")
                .compressionConfiguration(compression ->
                        compression.requestCompressionEnabled(false).minimumCompressionThresholdInBytes(0));
    }

    /** The SDK reads the profile files while it builds a client, even one that is given others. */
    static synchronized <B extends AwsClientBuilder<B, C>, C> C build(B builder) {
        builder.fipsEnabled(false).dualstackEnabled(false).defaultsMode(DefaultsMode.LEGACY);
        String config = System.getProperty("aws.configFile");
        String credentials = System.getProperty("aws.sharedCredentialsFile");
        try {
            System.setProperty("aws.configFile", NO_FILE);
            System.setProperty("aws.sharedCredentialsFile", NO_FILE);
            return builder.build();
        } finally {
            restore("aws.configFile", config);
            restore("aws.sharedCredentialsFile", credentials);
        }
    }

    private static void restore(String property, @Nullable String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }
}
