package dev.queuelab.gateway.cli;

import dev.queuelab.gateway.call.EffectMapping;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the option {@code --effect}. */
public final class EffectMappingConverter implements ITypeConverter<EffectMapping> {
    /** What help says of the option. */
    public static final String DESCRIPTION = "such calls of a program are its effects: \"POST /charges id=$.id\", a"
            + " request to another service, in whose place the gateway answers, or \"dynamodb:PutItem table=orders"
            + " key=order_id\", a write to another table; may be repeated";

    @Override
    public EffectMapping convert(String text) {
        try {
            return EffectMapping.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
