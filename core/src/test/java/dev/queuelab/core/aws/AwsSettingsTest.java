package dev.queuelab.core.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsSettingsTest {
    private static final URI SOMEWHERE = URI.create("http://127.0.0.1:9324");

    @TempDir
    private Path temp;

    private Path config = Path.of("");

    @BeforeEach
    void pointTheSdkAtFilesOfTheTest() {
        config = temp.resolve("config");
        System.setProperty("aws.configFile", config.toString());
        System.setProperty(
                "aws.sharedCredentialsFile", temp.resolve("credentials").toString());
    }

    @AfterEach
    void forgetThem() {
        System.clearProperty("aws.configFile");
        System.clearProperty("aws.sharedCredentialsFile");
    }

    @Test
    void nothingNeedsToBeSet() {
        assertThat(read(Map.of())).isEqualTo(new AwsSettings(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AWS_MAX_ATTEMPTS                       | abc            | a whole number of at least 1
                    AWS_USE_FIPS_ENDPOINT                  | maybe          | true or false
                    AWS_USE_DUALSTACK_ENDPOINT             | 1              | true or false
                    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS    | x              | true or false
                    AWS_DISABLE_REQUEST_COMPRESSION        | x              | true or false
                    AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES | x              | a whole number from 0
                    AWS_DEFAULTS_MODE                      | bogus          | one of legacy, standard
                    AWS_RETRY_MODE                         | bogus          | one of legacy, standard
                    AWS_ACCOUNT_ID_ENDPOINT_MODE           | bogus          | one of preferred, disabled
                    AWS_ENDPOINT_URL                       | localhost      | a URL such as
                    AWS_ENDPOINT_URL_SQS                   | localhost:9324 | a URL such as
                    AWS_ENDPOINT_URL_DYNAMODB              | localhost:8000 | a URL such as
                    """)
    void aVariableThatTheSdkCannotReadIsNamed(String variable, String value, String accepted) {
        assertThatThrownBy(() -> read(Map.of(variable, value)))
                .isInstanceOf(AwsSettingsException.class)
                .hasMessageContainingAll(variable + " is '" + value + "'", "expected " + accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT"})
    void anEndpointOfOnesOwnExcludesTheVariantsOfAws(String variable) {
        assertThat(read(Map.of(variable, "true")).sqs()).isEmpty();
        assertThatThrownBy(() -> read(Map.of(variable, "true", "AWS_ENDPOINT_URL_SQS", SOMEWHERE.toString())))
                .isInstanceOf(AwsSettingsException.class)
                .hasMessageContainingAll(variable + " is true", "AWS_ENDPOINT_URL_SQS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [default];region us-west-1                       | '=' sign defining a property on line 2
                    [default                                         | must end with ']' on line 1
                    [default];use_fips_endpoint = maybe              | use_fips_endpoint in
                    [default];defaults_mode = bogus                  | defaults_mode in
                    [default];endpoint_url = localhost:9324          | endpoint_url in
                    """, quoteCharacter = '"')
    void theFileIsNamed(String lines, String what) throws IOException {
        Files.writeString(config, lines.replace(";", "\n") + "\n");

        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(AwsSettingsException.class)
                .hasMessageContainingAll(config.toString(), what);
    }

    @Test
    void onlyTheProfileInForceIsLookedAt() throws IOException {
        Files.writeString(
                config,
                "[default]\nregion = x\n[profile other]\nuse_fips_endpoint = true\n"
                        + "services = local\n[services local]\nsqs =\n  endpoint_url = " + SOMEWHERE + "\n");

        assertThat(read(Map.of()).sqs()).isEmpty();
        assertThatThrownBy(() -> read(Map.of("AWS_PROFILE", "other")))
                .isInstanceOf(AwsSettingsException.class)
                .hasMessageContainingAll("use_fips_endpoint", "profile other", "sqs.endpoint_url");
    }

    @Test
    void aServicesEndpointCountsBeforeThatOfAll() {
        Map<String, String> both =
                Map.of("AWS_ENDPOINT_URL", "http://my_emulator:1", "AWS_ENDPOINT_URL_SQS", SOMEWHERE.toString());

        assertThat(read(both).sqs()).contains(SOMEWHERE);
        assertThat(read(both).dynamoDb()).contains(URI.create("http://my_emulator:1"));
    }

    @Test
    void endpointsThatAreToBeIgnoredAreNotLookedAt() {
        assertThat(read(Map.of("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true", "AWS_ENDPOINT_URL", "x"))
                        .sqs())
                .isEmpty();
    }

    @Test
    void anEmulatorsClientTakesNothingFromAProfile() throws IOException {
        Files.writeString(config, "[default]\nregion us-west-1\n");

        try (AwsAccess aws = AwsAccess.toEmulator("us-west-1", new AwsAccess.Endpoints(SOMEWHERE, SOMEWHERE))) {
            assertThat(aws.sqs()).isNotNull();
            assertThat(aws.dynamoDb()).isNotNull();
        }
        assertThat(System.getProperty("aws.configFile")).isEqualTo(config.toString());
    }

    private static AwsSettings read(Map<String, String> variables) {
        return AwsSettings.read(variables, Optional.empty());
    }
}
