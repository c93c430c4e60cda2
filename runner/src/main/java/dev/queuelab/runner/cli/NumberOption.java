package dev.queuelab.runner.cli;

import dev.queuelab.core.toolbox.IntRange;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values of options that are whole numbers. */
final class NumberOption {
    private NumberOption() {}

    private static long parse(IntRange range, String text) {
        try {
            return range.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** Any number of 64 bits. */
    static final class Seed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return parse(IntRange.ANY, text);
        }
    }

    /** 1 or more. */
    static final class Jobs implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) parse(IntRange.atLeast(1), text);
        }
    }

    /** Amazon SQS API reference, "CreateQueue": 0 to 43,200 seconds (12 hours). */
    static final class VisibilitySeconds implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) parse(IntRange.between(0, 43_200), text);
        }
    }

    /** 0 is any free one. */
    static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) parse(IntRange.between(0, 65_535), text);
        }
    }
}
