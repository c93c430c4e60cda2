package dev.queuelab.core.aws;

import dev.queuelab.core.toolbox.HttpUrl;
import dev.queuelab.core.toolbox.Text;
import java.util.Map;
import java.util.Optional;

/** The AWS SDK's variables that send calls to another endpoint than Amazon's. The SDK looks at them late, or not at all. */
public final class EndpointVariables {
    private static final String ALL = "AWS_ENDPOINT_URL";
    private static final int LONGEST = 80;

    private EndpointVariables() {}

    /**
     * Why calls of {@code service} ("SQS", "DYNAMODB") cannot be sent where the variables say, as a sentence that names
     * the variable; empty if they can be.
     */
    public static Optional<String> problem(String service, Map<String, String> variables) {
        String own = ALL + "_" + service;
        String name = variables.containsKey(own) ? own : ALL;
        return Optional.ofNullable(variables.get(name)).flatMap(url -> problemOf(name, url));
    }

    private static Optional<String> problemOf(String name, String url) {
        String shown = name + "=" + Text.printable(Text.truncate(url, LONGEST)) + " is not accepted: ";
        Optional<HttpUrl> parsed = HttpUrl.parse(url);
        if (parsed.isEmpty()) {
            return Optional.of(shown + "expected an http or https URL, such as http://localhost:8000");
        }
        return parsed.filter(http -> http.host().contains("_"))
                .map(http -> shown + "the AWS SDK for Java refuses a host name with an underscore: expected another"
                        + " name for the host, or its address");
    }
}
