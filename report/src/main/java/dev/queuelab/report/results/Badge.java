package dev.queuelab.report.results;

import dev.queuelab.report.results.ConformanceRow.Result;
import java.util.Locale;

/** The score by case as a small SVG image, for a project's page; a reader of the screen hears the same words. */
public final class Badge {
    private static final String LABEL = "queue lab";
    private static final String GREEN = "#2a7a2a";
    private static final String RED = "#b3261e";
    private static final String GREY = "#5f6368";

    /** Of a letter at this size in the fonts named; the text is fitted to it, whatever font there is. */
    private static final int LETTER = 7;

    private static final int MARGIN = 6;

    private Badge() {}

    /** "12 held" in green, "2 broken" in red, "not judged" in grey; while plays are missing, nothing is held yet. */
    public static String text(SuiteResults results) {
        CaseScore cases = results.cases();
        if (cases.failures() > 0) {
            return svg(count(cases, Result.BROKEN, Result.UNSTABLE), RED);
        }
        boolean whole = results.missing().isEmpty() && cases.errors() == 0 && cases.count(Result.HELD) > 0;
        return whole ? svg(count(cases, Result.HELD, Result.HELD), GREEN) : svg("not judged", GREY);
    }

    private static String count(CaseScore cases, Result result, Result otherwise) {
        Result shown = cases.count(result) > 0 ? result : otherwise;
        return cases.count(shown) + " " + shown.word().toLowerCase(Locale.ROOT);
    }

    private static String svg(String message, String colour) {
        int left = width(LABEL);
        int right = width(message);
        return String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%2$s: %3$s">
                  <title>%2$s: %3$s</title>
                  <rect width="%4$d" height="20" fill="#3c3c3c"/>
                  <rect x="%4$d" width="%5$d" height="20" fill="%6$s"/>
                  <g fill="#ffffff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">
                    <text x="%7$d" y="14" textLength="%8$d">%2$s</text>
                    <text x="%9$d" y="14" textLength="%10$d">%3$s</text>
                  </g>
                </svg>
                """,
                left + right,
                LABEL,
                message,
                left,
                right,
                colour,
                MARGIN,
                left - 2 * MARGIN,
                left + MARGIN,
                right - 2 * MARGIN);
    }

    private static int width(String text) {
        return text.length() * LETTER + 2 * MARGIN;
    }
}
