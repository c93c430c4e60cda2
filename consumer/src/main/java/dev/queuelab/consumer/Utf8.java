package dev.queuelab.consumer;

import java.nio.charset.StandardCharsets;

/** What files and tables hold text in. */
final class Utf8 {
    private Utf8() {}

    /** Whether the text can be stored and read back: half a surrogate pair, which JSON can express, cannot. */
    static boolean canHold(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
