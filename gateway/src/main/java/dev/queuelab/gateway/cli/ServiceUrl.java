package dev.queuelab.gateway.cli;

import dev.queuelab.core.aws.EndpointUrl;
import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a service listens. */
final class ServiceUrl implements ITypeConverter<URI> {
    @Override
    public URI convert(String value) {
        try {
            return EndpointUrl.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
