package dev.queuelab.core.knob;

import dev.queuelab.core.toolbox.Text;
import java.nio.file.InvalidPathException;

/**
 * One environment variable of the consumer.
 *
 * @param name the variable
 * @param defaultText what it is when unset; empty where nothing stands in for it
 * @param kind which values it takes
 * @param description one line for the table of knobs
 */
public record Knob<T>(String name, String defaultText, Kind<T> kind, String description) {

    /**
     * The value that {@code text} stands for.
     *
     * @throws BadKnobException naming the knob, the text and what is accepted
     */
    public T parse(String text) {
        try {
            return kind.parse().apply(text);
        } catch (IllegalArgumentException e) {
            throw new BadKnobException(
                    name + "=" + shortened(text) + " is not accepted" + why(e) + ": expected " + kind.accepts(), e);
        }
    }

    /** The text that stands for {@code value}. */
    public String render(T value) {
        return kind.render().apply(value);
    }

    /** A path can be refused for what does not show: the locale's character set does not have its characters. */
    private static String why(IllegalArgumentException e) {
        return e instanceof InvalidPathException path
                ? " (" + path.getReason() + "; LC_ALL should name a locale with UTF-8)"
                : "";
    }

    /** In quotation marks where it begins or ends with what cannot be seen. */
    private static String shortened(String text) {
        String shown = Text.printable(Text.truncate(text, 80));
        return shown.isEmpty() || !shown.equals(shown.strip()) ? "\"" + shown + "\"" : shown;
    }
}
