package dev.queuelab.scenarios.kit;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers in a range, as options of stories: {@code @Option(converter = Whole.FromOne.class)}. */
public abstract sealed class Whole implements ITypeConverter<Integer> {
    private final int least;
    private final int most;

    private Whole(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public Integer convert(String text) {
        try {
            int value = Integer.parseInt(text);
            if (least <= value && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the same sentence
        }
        throw new TypeConversionException("'" + text + "' is not accepted: expected a whole number "
                + (most == Integer.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most));
    }

    /** 0 or more. */
    public static final class FromZero extends Whole {
        public FromZero() {
            super(0, Integer.MAX_VALUE);
        }
    }

    /** 1 or more. */
    public static final class FromOne extends Whole {
        public FromOne() {
            super(1, Integer.MAX_VALUE);
        }
    }

    /** 2 or more. */
    public static final class FromTwo extends Whole {
        public FromTwo() {
            super(2, Integer.MAX_VALUE);
        }
    }

    /** 1 to 10, as many messages as SQS takes or gives in one call. */
    public static final class Batch extends Whole {
        public Batch() {
            super(1, 10);
        }
    }

    /** 1 to 900, for as many seconds as SQS may hold a message back. */
    public static final class Delay extends Whole {
        public Delay() {
            super(1, 900);
        }
    }
}
