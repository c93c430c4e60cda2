package dev.queuelab.report.analysis;

import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.lab.runstore.StoredRun;
import java.time.Duration;
import java.time.Instant;

/** The time scale of a report: seconds since the run began, to the millisecond. */
public record RunTime(Instant begun, Instant ended) {

    public static RunTime of(StoredRun run) {
        return new RunTime(run.begun(), run.ended());
    }

    public double seconds(Instant at) {
        return Seconds.of(Duration.between(begun, at));
    }

    Instant moment(double seconds) {
        return begun.plusMillis(Math.round(seconds * 1000));
    }

    /** The end of the run, in seconds. */
    public double end() {
        return seconds(ended);
    }
}
