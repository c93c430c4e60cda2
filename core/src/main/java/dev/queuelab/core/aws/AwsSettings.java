package dev.queuelab.core.aws;

import dev.queuelab.core.toolbox.Text;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;

/**
 * The settings that the AWS SDK takes from variables, system properties and a profile, looked at before a client is made
 * of them: the SDK itself stumbles over some only at the first call, and names none.
 *
 * @param sqs the endpoint of SQS, if one is set
 * @param dynamoDb the endpoint of DynamoDB, if one is set
 */
record AwsSettings(Optional<URI> sqs, Optional<URI> dynamoDb) {

    /** A value and where it comes from. */
    private record Found(String name, String value) {
        boolean isOn() {
            return value.equalsIgnoreCase("true");
        }
    }

    private record Sources(Map<String, String> variables, ProfileFile file, String profileName) {

        /** The value in force, if any; the SDK takes no notice of empty ones. */
        Optional<Found> find(AwsSetting setting) {
            Optional<Found> found = Stream.of(
                            found("the system property " + setting.property(), System.getProperty(setting.property())),
                            found(setting.variable(), variables.get(setting.variable())),
                            inProfile(setting.inProfile()))
                    .flatMap(Optional::stream)
                    .findFirst();
            found.filter(value -> !setting.accepted().test(value.value())).ifPresent(value -> {
                throw new AwsSettingsException(value.name() + " is '"
                        + Text.printable(Text.truncate(value.value(), 200)) + "': expected " + setting.accepts());
            });
            return found;
        }

        private static Optional<Found> found(String name, @Nullable String value) {
            return Optional.ofNullable(value)
                    .filter(text -> !text.isBlank())
                    .map(text -> new Found(name, text.strip()));
        }

        private Optional<Found> inProfile(String key) {
            Optional<Profile> profile = file.profile(profileName);
            Optional<Profile> section = key.contains(".")
                    ? profile.flatMap(own -> own.property("services"))
                            .flatMap(services -> file.getSection("services", services))
                    : profile;
            return section.flatMap(properties -> properties.property(key))
                    .flatMap(value -> found(
                            key + " in " + ProfileFileLocation.configurationFilePath() + " (profile " + profileName
                                    + ")",
                            value));
        }

        /** That of one service before that of all. */
        Optional<Found> endpoint(AwsSetting ofService) {
            boolean ignored =
                    find(AwsSetting.IGNORE_ENDPOINTS).filter(Found::isOn).isPresent();
            return ignored ? Optional.empty() : find(ofService).or(() -> find(AwsSetting.ENDPOINT));
        }
    }

    /**
     * Reads what is in force.
     *
     * @param profile which profile, if that is not left to the environment
     * @throws AwsSettingsException if something is not as the SDK needs it
     */
    static AwsSettings read(Map<String, String> variables, Optional<String> profile) {
        String name = profile.or(() -> Optional.ofNullable(System.getProperty("aws.profile")))
                .orElseGet(() -> variables.getOrDefault("AWS_PROFILE", "default"));
        Sources sources = new Sources(variables, profileFile(), name);
        AwsSetting.ALL.forEach(sources::find);
        Optional<Found> sqs = sources.endpoint(AwsSetting.SQS_ENDPOINT);
        Optional<Found> dynamoDb = sources.endpoint(AwsSetting.DYNAMODB_ENDPOINT);
        Stream.of(AwsSetting.FIPS, AwsSetting.DUAL_STACK)
                .flatMap(setting -> sources.find(setting).stream())
                .filter(Found::isOn)
                .forEach(variant -> sqs.or(() -> dynamoDb).ifPresent(endpoint -> {
                    throw new AwsSettingsException(variant.name() + " is true, which is for AWS alone, but "
                            + endpoint.name() + " is '" + endpoint.value() + "': expected only one of the two");
                }));
        return new AwsSettings(
                sqs.map(found -> EndpointUrl.parse(found.value())),
                dynamoDb.map(found -> EndpointUrl.parse(found.value())));
    }

    private static ProfileFile profileFile() {
        ProfileFile.Aggregator both = ProfileFile.aggregator();
        ProfileFileLocation.credentialsFileLocation()
                .ifPresent(file -> both.addFile(read(file, ProfileFile.Type.CREDENTIALS)));
        ProfileFileLocation.configurationFileLocation()
                .ifPresent(file -> both.addFile(read(file, ProfileFile.Type.CONFIGURATION)));
        return both.build();
    }

    private static ProfileFile read(Path file, ProfileFile.Type type) {
        if (!Files.isReadable(file)) {
            throw new AwsSettingsException("the AWS settings file " + file + " cannot be read: check its mode");
        }
        try {
            return ProfileFile.builder().content(file).type(type).build();
        } catch (RuntimeException e) {
            throw new AwsSettingsException("the AWS settings file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
