package dev.queuelab.sandbox;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts an option's value that is a whole number in a range; refuses any other with the value and the range. */
abstract class NumberOption implements ITypeConverter<Integer> {
    private final int least;
    private final int most;
    private final String meaning;

    private NumberOption(int least, int most, String meaning) {
        this.least = least;
        this.most = most;
        this.meaning = meaning;
    }

    @Override
    public Integer convert(String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, as a number out of range is
        }
        throw new TypeConversionException("'" + value + "' is not accepted; expected a whole number from " + least
                + " to " + most + " (" + meaning + ")");
    }

    static final class Port extends NumberOption {
        Port() {
            super(0, 65_535, "0: any free port");
        }
    }

    /** "The default visibility timeout... 0 to 43,200 seconds (12 hours)" (Amazon SQS: CreateQueue). */
    static final class VisibilityTimeout extends NumberOption {
        VisibilityTimeout() {
            super(0, 43_200, "seconds, up to 12 hours");
        }
    }

    /** "ReceiveMessageWaitTimeSeconds... from 0 to 20" (Amazon SQS: CreateQueue). */
    static final class ReceiveWait extends NumberOption {
        ReceiveWait() {
            super(0, 20, "seconds");
        }
    }
}
