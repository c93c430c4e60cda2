package dev.queuelab.lab.runstore;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The plays of one {@code run} or {@code controls} command.
 *
 * @param id of this suite and no other; later suites have greater ones
 * @param plays how many it is to have
 */
public record Suite(String id, String command, int plays) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss.SSS").withZone(ZoneOffset.UTC);

    public static Suite begin(String command, int plays, Instant now) {
        String pid = Long.toHexString(ProcessHandle.current().pid());
        return new Suite(TIME.format(now) + "-" + pid + "-" + command, command, plays);
    }
}
