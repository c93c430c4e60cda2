package dev.queuelab.runner.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values of options that are whole numbers; another is refused with the value and what is accepted. */
final class WholeNumber {
    private WholeNumber() {}

    private static long within(long least, long most, String text) {
        try {
            long number = Long.parseLong(text);
            if (least <= number && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, as a number out of range is
        }
        throw new TypeConversionException(
                "'" + text + "' is not accepted: expected a whole number from " + least + " to " + most);
    }

    static final class Seed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return within(Long.MIN_VALUE, Long.MAX_VALUE, text);
        }
    }

    /** Amazon SQS API reference, "CreateQueue": 0 to 43,200 seconds (12 hours). */
    static final class VisibilitySeconds implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) within(0, 43_200, text);
        }
    }

    /** 0 is any that is free. */
    static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) within(0, 65_535, text);
        }
    }
}
