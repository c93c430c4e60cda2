package dev.queuelab.core.history;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/**
 * Reads texts so that those which are equal and come soon after each other are one object: the facts about a message have
 * its id in common, and a long history would hold it seven times.
 */
final class RecentStrings extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1;
    private static final int PLACES = 1 << 14;

    static final RecentStrings SHARED = new RecentStrings();

    /** A text's place follows its hash. Threads need not see each other's, so nothing is synchronized. */
    private final String[] recent = new String[PLACES];

    private RecentStrings() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return one(StringDeserializer.instance.deserialize(json, context));
    }

    /** An equal text that was read before, or this one. */
    String one(String text) {
        int place = text.hashCode() & (PLACES - 1);
        String before = recent[place];
        if (text.equals(before)) {
            return before;
        }
        recent[place] = text;
        return text;
    }
}
