package dev.queuelab.lab.validation;

import dev.queuelab.scenarios.check.Verdict;

/**
 * One thing that was looked at.
 *
 * @param subject what it is about, such as "queue sqs-demo-happy"
 * @param verdict SKIP where the endpoint does not report it
 * @param text what was found, and if it is not right, what was expected
 */
public record ValidationFinding(String subject, Verdict verdict, String text) {

    static ValidationFinding ok(String subject, String text) {
        return new ValidationFinding(subject, Verdict.PASS, text);
    }

    static ValidationFinding fail(String subject, String text) {
        return new ValidationFinding(subject, Verdict.FAIL, text);
    }

    static ValidationFinding skip(String subject, String text) {
        return new ValidationFinding(subject, Verdict.SKIP, text);
    }

    /** Whether {@code found} is {@code expected}. */
    static ValidationFinding compare(String subject, String what, String found, String expected) {
        return found.equals(expected)
                ? ok(subject, what + " " + found)
                : fail(subject, what + " " + found + ", expected " + expected);
    }
}
