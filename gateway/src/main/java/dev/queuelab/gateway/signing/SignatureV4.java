package dev.queuelab.gateway.signing;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes the signature that a call must have (AWS Identity and Access Management User Guide, Create a signed AWS API
 * request). The SDK's signer cannot: it chooses itself which headers it signs, and SDKs differ in that.
 */
final class SignatureV4 {
    private static final String UNRESERVED = "-._~";

    private SignatureV4() {}

    /** The signature in hexadecimal, over the headers that the call itself names, and over its body as it is. */
    static String of(Call call, Authorization authorization, String secretAccessKey) {
        String toSign = String.join(
                "\n",
                Authorization.ALGORITHM,
                call.headers().first("X-Amz-Date").orElse(""),
                authorization.scope(),
                Digest.sha256(canonicalRequest(call, authorization)));
        byte[] key = hmac(("AWS4" + secretAccessKey).getBytes(StandardCharsets.UTF_8), authorization.day());
        for (String part : new String[] {authorization.region(), authorization.service(), "aws4_request", toSign}) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(key);
    }

    private static String canonicalRequest(Call call, Authorization authorization) {
        int question = call.path().indexOf('?');
        String path = question < 0 ? call.path() : call.path().substring(0, question);
        String query = question < 0 ? "" : call.path().substring(question + 1);
        return String.join(
                "\n",
                call.method(),
                canonicalPath(path),
                canonicalQuery(query),
                authorization.signedHeaders().stream()
                        .map(name -> name + ":" + canonicalValue(call, name) + "\n")
                        .collect(Collectors.joining()),
                String.join(";", authorization.signedHeaders()),
                Digest.sha256(call.body()));
    }

    /** Each part is encoded as it stands, so what is encoded already is encoded twice; Amazon S3 alone does not. */
    private static String canonicalPath(String path) {
        return Arrays.stream(path.split("/", -1)).map(SignatureV4::encoded).collect(Collectors.joining("/"));
    }

    /** Its fields are encoded already, and are sorted. */
    private static String canonicalQuery(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(field -> !field.isEmpty())
                .map(field -> field.contains("=") ? field : field + "=")
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String canonicalValue(Call call, String name) {
        return call.headers().all(name).stream()
                .map(value -> value.strip().replaceAll(" +", " "))
                .collect(Collectors.joining(","));
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            if (character < 0x80 && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0)) {
                encoded.append(character);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
