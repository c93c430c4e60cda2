package dev.queuelab.gateway.effect;

import dev.queuelab.core.toolbox.IntRange;
import java.time.Duration;

/**
 * How the service is, for one call: the query of its URL says so.
 *
 * @param naive whether it pays no attention to idempotency keys, and does the work each time
 * @param work how long the work takes, during which its key is in progress
 */
public record EffectServiceSettings(boolean naive, Duration work) {
    public static final String NAIVE = "naive";
    public static final String WORK_MILLIS = "workMillis";
    public static final int MOST_WORK_MILLIS = 600_000;

    private static final IntRange MILLIS = IntRange.between(0, MOST_WORK_MILLIS);

    /**
     * Reads the query of a path; without one, the service is idempotent and takes no time.
     *
     * @throws ProblemException naming the parameter, its value and what is accepted
     */
    static EffectServiceSettings of(String pathAndQuery) {
        EffectServiceSettings settings = new EffectServiceSettings(false, Duration.ZERO);
        int question = pathAndQuery.indexOf('?');
        String query = question < 0 ? "" : pathAndQuery.substring(question + 1);
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            settings = settings.with(parameter);
        }
        return settings;
    }

    private EffectServiceSettings with(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        return switch (name) {
            case NAIVE -> new EffectServiceSettings(flag(value), work);
            case WORK_MILLIS -> new EffectServiceSettings(naive, Duration.ofMillis(millis(value)));
            default ->
                throw ProblemException.badRequest(
                        "the query has '" + parameter + "': expected " + NAIVE + "=true or " + WORK_MILLIS + "=N");
        };
    }

    private static boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.badRequest(NAIVE + " is '" + value + "': expected true or false");
        };
    }

    private static int millis(String value) {
        try {
            return MILLIS.parseInt(value);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(WORK_MILLIS + " is '" + value + "': expected " + MILLIS.accepts());
        }
    }

    /** The path with one more parameter; of two with the same name, the later one stands. */
    public static String add(String pathAndQuery, String name, String value) {
        return pathAndQuery + (pathAndQuery.contains("?") ? "&" : "?") + name + "=" + value;
    }
}
