package dev.queuelab.lab.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The desktop's own browser. */
public final class Browser {
    private Browser() {}

    /** Asks the desktop to show a page; returns whether there is one to ask. */
    public static boolean show(Path page) {
        Optional<String> opener = opener();
        try {
            if (opener.isPresent()) {
                new ProcessBuilder(List.of(opener.get(), page.toUri().toString()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return true;
            }
        } catch (IOException e) {
            // The opener is not installed, which is as good as no desktop.
        }
        return false;
    }

    private static Optional<String> opener() {
        if (System.getProperty("os.name").startsWith("Mac")) {
            return Optional.of("open");
        }
        boolean desktop = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return desktop ? Optional.of("xdg-open") : Optional.empty();
    }
}
