package dev.queuelab.lab.runstore;

import dev.queuelab.lab.waiting.WaitListener;
import dev.queuelab.scenarios.check.CheckOutcome;
import dev.queuelab.scenarios.check.Table;

/** Follows a run as it goes on: its steps, its checks, and what it waits for. */
public interface RunListener extends WaitListener {

    /** A step of the play, in a few words. */
    void step(String text);

    /** A check was made. */
    void checked(CheckOutcome outcome);

    /** A table was drawn from the evidence. */
    void table(String name, Table table);

    /** A child process printed a line. */
    void childLine(String child, String line);
}
