package dev.queuelab.sandbox;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value that is part of a name or an ARN; anything else is refused with the value and what it takes. */
abstract class Word implements ITypeConverter<String> {
    private final Pattern accepted;
    private final String meaning;

    private Word(String accepted, String meaning) {
        this.accepted = Pattern.compile(accepted);
        this.meaning = meaning;
    }

    @Override
    public String convert(String value) {
        if (!accepted.matcher(value).matches()) {
            throw new TypeConversionException("'%s' is not accepted; it takes %s".formatted(value, meaning));
        }
        return value;
    }

    static final class Project extends Word {
        Project() {
            super("[A-Za-z0-9-]+", "letters, digits and hyphens");
        }
    }

    static final class Region extends Word {
        Region() {
            super("[a-z]+(-[a-z]+)+-[0-9]+", "the name of an AWS region, such as us-west-1");
        }
    }
}
