package dev.queuelab.report.matrix;

import java.util.List;

/**
 * What a column shows in a row.
 *
 * @param facts on what the result rests, the most important first
 */
record Cell(Result result, List<String> facts) {

    Cell {
        facts = List.copyOf(facts);
    }

    /** The results of {@code conformance}. */
    enum Result {
        HELD("held"),
        BROKEN("broken"),
        UNSTABLE("unstable"),
        NOT_JUDGED("not judged"),
        NOT_APPLICABLE("not applicable");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /** As results have it, such as {@code not-judged}. */
        static Result of(String label) {
            for (Result result : values()) {
                if (result.word.replace(' ', '-').equals(label)) {
                    return result;
                }
            }
            throw new IllegalArgumentException("'" + label + "' is no result");
        }
    }
}
