package dev.queuelab.scenarios.kit;

import dev.queuelab.core.toolbox.IntRange;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers in a range, as options of scenarios: {@code @Option(converter = IntOption.FromOne.class)}. */
public abstract sealed class IntOption implements ITypeConverter<Integer> {
    private final IntRange range;

    private IntOption(IntRange range) {
        this.range = range;
    }

    @Override
    public Integer convert(String text) {
        try {
            return range.parseInt(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** 0 or more. */
    public static final class FromZero extends IntOption {
        public FromZero() {
            super(IntRange.atLeast(0));
        }
    }

    /** 1 or more. */
    public static final class FromOne extends IntOption {
        public FromOne() {
            super(IntRange.atLeast(1));
        }
    }

    /** 2 or more. */
    public static final class FromTwo extends IntOption {
        public FromTwo() {
            super(IntRange.atLeast(2));
        }
    }

    /** 1 to 10: how many messages SQS takes or gives in one call. */
    public static final class BatchSize extends IntOption {
        public BatchSize() {
            super(IntRange.between(1, 10));
        }
    }

    /** 1 to 900: for how many seconds SQS may hold a message back. */
    public static final class DelaySeconds extends IntOption {
        public DelaySeconds() {
            super(IntRange.between(1, 900));
        }
    }
}
