package dev.queuelab.core.toolbox;

/** Whole numbers from {@code min} to {@code max}, both included, as text that somebody typed. */
public record IntRange(long min, long max) {
    /** Any 64-bit number. */
    public static final IntRange ANY = new IntRange(Long.MIN_VALUE, Long.MAX_VALUE);

    /** At least {@code min}, at most what an {@code int} holds. */
    public static IntRange atLeast(int min) {
        return new IntRange(min, Integer.MAX_VALUE);
    }

    public static IntRange between(long min, long max) {
        return new IntRange(min, max);
    }

    /**
     * The number that {@code text} is.
     *
     * @throws IllegalArgumentException with a sentence that quotes the text and says what is accepted
     */
    public long parse(String text) {
        try {
            long number = Long.parseLong(text);
            if (min <= number && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw new IllegalArgumentException(
                "'" + Text.printable(Text.truncate(text, 80)) + "' is not accepted: expected " + accepts());
    }

    /**
     * The same, for a range within that of {@code int}.
     *
     * @throws IllegalArgumentException with a sentence that quotes the text and says what is accepted
     * @throws ArithmeticException if the range is wider than that of {@code int}
     */
    public int parseInt(String text) {
        return Math.toIntExact(parse(text));
    }

    /** A phrase that completes "expected ...". */
    public String accepts() {
        if (min == ANY.min && max == ANY.max) { // a record's own equals is made at its first use, which takes long
            return "a whole number";
        }
        return max == Integer.MAX_VALUE
                ? "a whole number of at least " + min
                : "a whole number from " + min + " to " + max;
    }
}
