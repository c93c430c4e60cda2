package dev.queuelab.report.matrix;

import java.util.List;

/**
 * How a column fares in a case.
 *
 * @param severity what it means where the case is broken, such as {@code loss}
 * @param scenario the scenario that judged it
 * @param facts on what the result rests, the most important first; none where it held
 */
record Cell(Result result, String severity, String scenario, List<String> facts) {

    Cell {
        facts = List.copyOf(facts);
    }

    boolean isAccusation() {
        return result == Result.BROKEN || result == Result.UNSTABLE;
    }

    /** The results of {@code conformance}, the most important first. */
    enum Result {
        BROKEN("broken", "✗"),
        UNSTABLE("unstable", "±"),
        NOT_JUDGED("not judged", "?"),
        NOT_APPLICABLE("not applicable", "–"),
        HELD("held", "✓");

        private final String words;
        private final String sign;

        Result(String words, String sign) {
            this.words = words;
            this.sign = sign;
        }

        String words() {
            return words;
        }

        /** What stands for it in a table. */
        String sign() {
            return sign;
        }

        /** As results have it, such as {@code not-judged}. */
        static Result of(String label) {
            for (Result result : values()) {
                if (result.words.replace(' ', '-').equals(label)) {
                    return result;
                }
            }
            throw new IllegalArgumentException("'" + label + "' is no result");
        }
    }
}
