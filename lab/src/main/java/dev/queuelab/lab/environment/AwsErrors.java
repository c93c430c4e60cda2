package dev.queuelab.lab.environment;

import dev.queuelab.core.aws.ErrorCodes;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;

/** Puts what the AWS SDK complains of into a sentence that says what to do. */
public final class AwsErrors {
    /** AWS general reference, "Common Errors" of SQS and DynamoDB, and what STS and the services answer in practice. */
    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");

    private static final Set<String> REFUSED = Set.of(
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "InvalidAccessKeyId",
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "IncompleteSignature",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "InvalidSecurity");

    private static final Set<String> FORBIDDEN =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized");

    private static final String LOG_IN =
            "; log in again (`aws sso login`, or new keys with `aws configure`), and" + " `make preflight` checks them";

    private AwsErrors() {}

    public static String describe(SdkException e) {
        String message = String.valueOf(e.getMessage());
        String code = ErrorCodes.of(e);
        if (ErrorCodes.isGone(e)) {
            return message + "; it was deleted, or never made: `make validate` reports what is missing";
        }
        if (EXPIRED.contains(code)) {
            return "the AWS credentials have expired (" + message + ")" + LOG_IN;
        }
        if (REFUSED.contains(code)) {
            return "AWS does not accept the credentials (" + message + ")" + LOG_IN;
        }
        if (FORBIDDEN.contains(code)) {
            return "the AWS credentials do not allow this (" + message
                    + "); `terraform -chdir=terraform output iam_policies` lists what the laboratory needs";
        }
        if (message.startsWith("Unable to load credentials") || message.contains("SSO")) {
            return "there are no AWS credentials (" + message + ")" + LOG_IN;
        }
        return "AWS or its stand-in did not answer as it should: " + message;
    }
}
