package dev.queuelab.core.aws;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A setting of the AWS SDK of which a value that it cannot read would end a program in its middle.
 *
 * @param variable its environment variable
 * @param property its system property, which counts before the variable
 * @param inProfile its name in a profile, which counts last; empty where the SDK does not need it from there
 * @param accepts completes "expected ..."
 */
record AwsSetting(String variable, String property, String inProfile, Predicate<String> accepted, String accepts) {

    static final AwsSetting FIPS = onOrOff("AWS_USE_FIPS_ENDPOINT", "aws.useFipsEndpoint", "use_fips_endpoint");
    static final AwsSetting DUAL_STACK =
            onOrOff("AWS_USE_DUALSTACK_ENDPOINT", "aws.useDualstackEndpoint", "use_dualstack_endpoint");
    static final AwsSetting IGNORE_ENDPOINTS = onOrOff(
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "aws.ignoreConfiguredEndpointUrls",
            "ignore_configured_endpoint_urls");

    static final AwsSetting SQS_ENDPOINT = endpoint("AWS_ENDPOINT_URL_SQS", "aws.endpointUrlSqs", "sqs.endpoint_url");
    static final AwsSetting DYNAMODB_ENDPOINT =
            endpoint("AWS_ENDPOINT_URL_DYNAMODB", "aws.endpointUrlDynamodb", "dynamodb.endpoint_url");
    static final AwsSetting ENDPOINT = endpoint("AWS_ENDPOINT_URL", "aws.endpointUrl", "endpoint_url");

    /** All but the endpoints, of which only those in force are looked at. */
    static final List<AwsSetting> ALL = List.of(
            FIPS,
            DUAL_STACK,
            IGNORE_ENDPOINTS,
            onOrOff("AWS_DISABLE_REQUEST_COMPRESSION", "aws.disableRequestCompression", "disable_request_compression"),
            onOrOff("AWS_EC2_METADATA_DISABLED", "aws.disableEc2Metadata", ""),
            number("AWS_MAX_ATTEMPTS", "aws.maxAttempts", "", "[1-9]\\d{0,8}", "a whole number of at least 1"),
            number(
                    "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
                    "aws.requestMinCompressionSizeBytes",
                    "request_min_compression_size_bytes",
                    "\\d{1,8}",
                    "a whole number from 0 to 10485760"),
            oneOf(
                    "AWS_DEFAULTS_MODE",
                    "aws.defaultsMode",
                    "defaults_mode",
                    List.of("legacy", "standard", "auto", "mobile", "cross-region", "in-region")),
            oneOf(
                    "AWS_ACCOUNT_ID_ENDPOINT_MODE",
                    "aws.accountIdEndpointMode",
                    "account_id_endpoint_mode",
                    List.of("preferred", "disabled", "required")),
            oneOf("AWS_RETRY_MODE", "aws.retryMode", "", List.of("legacy", "standard", "adaptive", "adaptive_v2")));

    private static AwsSetting onOrOff(String variable, String property, String inProfile) {
        return oneOf(variable, property, inProfile, List.of("true", "false"));
    }

    private static AwsSetting oneOf(String variable, String property, String inProfile, List<String> words) {
        return new AwsSetting(
                variable,
                property,
                inProfile,
                value -> words.contains(value.toLowerCase(Locale.ROOT)),
                (words.size() == 2 ? "" : "one of ") + String.join(words.size() == 2 ? " or " : ", ", words));
    }

    private static AwsSetting number(
            String variable, String property, String inProfile, String digits, String accepts) {
        return new AwsSetting(
                variable, property, inProfile, Pattern.compile(digits).asMatchPredicate(), accepts);
    }

    private static AwsSetting endpoint(String variable, String property, String inProfile) {
        return new AwsSetting(variable, property, inProfile, AwsSetting::isUrl, "a URL such as http://127.0.0.1:9324");
    }

    private static boolean isUrl(String value) {
        try {
            EndpointUrl.parse(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
