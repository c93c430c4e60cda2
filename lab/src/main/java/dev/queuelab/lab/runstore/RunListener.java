package dev.queuelab.lab.runstore;

import dev.queuelab.lab.waiting.WaitListener;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Table;

/** Tells what happens in a play, as it happens, and what it waits for. */
public interface RunListener extends WaitListener {

    /** A step of the story, in a few words. */
    void step(String text);

    /** A check was made. */
    void checked(Check.Result result);

    /** A table was drawn from what happened. */
    void shown(String name, Table table);

    /** A child process printed a line. */
    void childLine(String child, String line);
}
