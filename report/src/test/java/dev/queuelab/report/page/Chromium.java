package dev.queuelab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real browser without a window, where one is installed. */
final class Chromium {
    private static final long MOST_SECONDS = 120;

    private final Path program;
    private final Path temp;

    private Chromium(Path program, Path temp) {
        this.program = program;
        this.temp = temp;
    }

    /** A page as it stands once its scripts have run. */
    record Opened(String dom, List<String> console) {
        /** How often this is found in the page's markup. */
        long count(String regex) {
            return Pattern.compile(regex).matcher(dom).results().count();
        }
    }

    static Optional<Chromium> find(Path temp) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Chromium(program, temp));
    }

    Opened open(String url) {
        try {
            Path dom = Files.createTempFile(temp, "dom", ".html");
            Path log = Files.createTempFile(temp, "log", ".txt");
            Process process = new ProcessBuilder(command(url))
                    .redirectOutput(dom.toFile())
                    .redirectError(log.toFile())
                    .start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException("chromium did not end within " + MOST_SECONDS + " s");
            }
            List<String> console = Files.readAllLines(log).stream()
                    .filter(line -> line.contains(":CONSOLE"))
                    .toList();
            return new Opened(Files.readString(dom), console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(String url) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory(temp, "profile"),
                "--window-size=1280,900",
                "--virtual-time-budget=5000",
                "--enable-logging=stderr",
                "--dump-dom",
                url));
        return command;
    }
}
