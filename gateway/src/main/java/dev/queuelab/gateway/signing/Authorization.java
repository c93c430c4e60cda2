package dev.queuelab.gateway.signing;

import dev.queuelab.gateway.call.Headers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Authorization} of a call that is signed with signature version 4 (AWS Identity and Access Management
 * User Guide, Create a signed AWS API request).
 *
 * @param day of the scope, such as 20260131
 * @param service the name by which the caller signed, such as "sqs"
 * @param signedHeaders their names, in lower case and in order
 */
record Authorization(
        String accessKeyId, String day, String region, String service, List<String> signedHeaders, String signature) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final Pattern FORM = Pattern.compile(ALGORITHM + " +Credential=(?<key>[^/,\\s]+)/(?<day>\\d{8})"
            + "/(?<region>[^/,\\s]+)/(?<service>[^/,\\s]+)/aws4_request, *SignedHeaders=(?<headers>[^,\\s]+)"
            + ", *Signature=(?<signature>[0-9a-f]{64})");

    /** Empty where there is none, more than one, or one of another form. */
    static Optional<Authorization> of(Headers headers) {
        List<String> all = headers.all("Authorization");
        return all.size() == 1 ? parse(all.get(0)) : Optional.empty();
    }

    private static Optional<Authorization> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Authorization(
                        matcher.group("key"),
                        matcher.group("day"),
                        matcher.group("region"),
                        matcher.group("service"),
                        List.of(matcher.group("headers").split(";", -1)),
                        matcher.group("signature")))
                : Optional.empty();
    }

    String scope() {
        return day + "/" + region + "/" + service + "/aws4_request";
    }

    /** Without the signature, so that no log has it. */
    @Override
    public String toString() {
        return "Authorization[" + accessKeyId + "/" + scope() + "]";
    }
}
