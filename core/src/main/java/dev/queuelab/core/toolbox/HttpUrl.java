package dev.queuelab.core.toolbox;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a web service. A host may have an underscore, as containers do, although {@link URI#getHost} then has none.
 *
 * @param port empty where the URL names none
 */
public record HttpUrl(String host, Optional<Integer> port) {
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[^@]*@)?(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>\\d{1,5})?)?");
    private static final int MOST_PORT = 65_535;

    /** Empty if the text is not the URL of a web service. */
    public static Optional<HttpUrl> parse(String text) {
        try {
            URI uri = URI.create(text);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            String authority = uri.getRawAuthority();
            return http && authority != null ? ofAuthority(authority) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<HttpUrl> ofAuthority(String authority) {
        Matcher matcher = AUTHORITY.matcher(authority);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Integer> port = Optional.ofNullable(matcher.group("port")).map(Integer::valueOf);
        return port.filter(number -> number == 0 || number > MOST_PORT).isPresent()
                ? Optional.empty()
                : Optional.of(new HttpUrl(matcher.group("host"), port));
    }
}
