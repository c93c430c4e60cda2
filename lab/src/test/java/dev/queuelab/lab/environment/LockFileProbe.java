package dev.queuelab.lab.environment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that tries a lock. */
final class LockFileProbe {
    private LockFileProbe() {}

    public static void main(String[] args) {
        Path parent = Path.of(args[0]);
        LockFile file = LockFile.open(parent, LockFile.userId(parent));
        System.out.println(file.tryLock(args[1]).isPresent() ? "free" : "held");
    }

    /** Returns "free" or "held", as another process finds it. */
    static String tryLock(Path parent, String name) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockFileProbe.class.getName(),
                        parent.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
