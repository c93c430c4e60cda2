package dev.queuelab.lab.runstore;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The runs of one {@code run}, {@code controls} or {@code conformance} command.
 *
 * @param id of this suite and no other; later suites have greater ones
 * @param plays how many runs it is to have
 * @param place of one run among them, from 0, in the order asked for
 */
public record Suite(String id, String command, int plays, int place) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    public static Suite begin(String command, int runs, Instant now) {
        String pid = Long.toHexString(ProcessHandle.current().pid());
        return new Suite(TIME.format(now) + "-" + pid + "-" + command, command, runs, 0);
    }

    /** The same, as the run at this place keeps it. */
    public Suite at(int run) {
        return new Suite(id, command, plays, run);
    }
}
