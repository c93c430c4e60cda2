package dev.queuelab.core.aws;

import dev.queuelab.core.toolbox.HttpUrl;
import dev.queuelab.core.toolbox.Text;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Where an endpoint listens. Containers may have names with an underscore, which Java takes for no host. */
public final class EndpointUrl {
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
        if (HttpUrl.parse(text).isPresent()) {
            return URI.create(text);
        }
        throw new IllegalArgumentException("'" + Text.printable(Text.truncate(text, 200))
                + "' is not accepted: expected a URL such as http://127.0.0.1:9324");
    }

    /** The same, but with an address in the place of a host whose name the AWS SDK cannot use. */
    static URI usable(URI url) {
        return usable(url, InetAddress::getByName);
    }

    static URI usable(URI url, Resolver resolver) {
        Optional<HttpUrl> parts = HttpUrl.parse(url.toString());
        if (url.getHost() != null || parts.isEmpty()) {
            return url;
        }
        String host = parts.get().host();
        int port = parts.get().port().orElse(-1);
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
