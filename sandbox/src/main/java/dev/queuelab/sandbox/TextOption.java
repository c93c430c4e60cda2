package dev.queuelab.sandbox;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts an option's value that becomes part of a name or an ARN; refuses any other with the value and what is accepted. */
abstract class TextOption implements ITypeConverter<String> {
    private final Pattern accepted;
    private final String expected;

    private TextOption(String accepted, String expected) {
        this.accepted = Pattern.compile(accepted);
        this.expected = expected;
    }

    @Override
    public String convert(String value) {
        if (!accepted.matcher(value).matches()) {
            throw new TypeConversionException("'" + value + "' is not accepted; expected " + expected);
        }
        return value;
    }

    static final class Project extends TextOption {
        Project() {
            super("[A-Za-z0-9-]+", "letters, digits and hyphens");
        }
    }

    static final class Region extends TextOption {
        Region() {
            super("[a-z]+(-[a-z]+)+-[0-9]+", "the name of an AWS region, such as us-west-1");
        }
    }
}
