package dev.queuelab.core.aws;

import dev.queuelab.core.toolbox.Text;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an endpoint listens. Containers may have names with an underscore, which Java takes for no host. */
public final class EndpointUrl {
    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?");

    /** Finds the address of a host. */
    @FunctionalInterface
    interface Resolver {
        InetAddress resolve(String host) throws UnknownHostException;
    }

    private EndpointUrl() {}

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException with a sentence that quotes the text and says what is accepted
     */
    public static URI parse(String text) {
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme());
            boolean http = scheme.equals("http") || scheme.equals("https");
            if (http && authority(url).matches()) {
                return url;
            }
        } catch (URISyntaxException e) {
            // refused below, like one without a host
        }
        throw new IllegalArgumentException("'" + Text.printable(Text.truncate(text, 200))
                + "' is not accepted: expected a URL such as http://127.0.0.1:9324");
    }

    private static Matcher authority(URI url) {
        String authority = url.getRawAuthority();
        return AUTHORITY.matcher(authority == null ? "" : authority);
    }

    /** The same, but with an address in the place of a host whose name the AWS SDK cannot use. */
    static URI usable(URI url) {
        return usable(url, InetAddress::getByName);
    }

    static URI usable(URI url, Resolver resolver) {
        Matcher authority = authority(url);
        if (url.getHost() != null || !authority.matches()) {
            return url;
        }
        String host = authority.group(1);
        int port = authority.group(2) == null ? -1 : Integer.parseInt(authority.group(2));
        try {
            String address = resolver.resolve(host).getHostAddress();
            return new URI(url.getScheme(), null, address, port, url.getPath(), url.getQuery(), null);
        } catch (UnknownHostException e) {
            throw new AwsSettingsException(
                    "the endpoint " + url + " cannot be reached: no address of the host '" + host + "' is known", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
