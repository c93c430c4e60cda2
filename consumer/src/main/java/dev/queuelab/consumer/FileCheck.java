package dev.queuelab.consumer;

import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the files that the settings name before the first message is received: one that cannot be written would fail
 * every message, and so send all of them to the dead-letter queue.
 */
final class FileCheck {
    private FileCheck() {}

    /** A sentence for each file that cannot be written; nothing is created. */
    static List<String> problems(Settings settings) {
        List<Knob<Optional<Path>>> used = new ArrayList<>(List.of(Knobs.HISTORY_PATH, Knobs.SIDE_EFFECT_LOG_PATH));
        if (VersionGate.isUsed(settings)) {
            used.add(Knobs.VERSION_STATE_PATH);
            used.add(Knobs.VERSION_LOG_PATH);
        }
        List<String> problems = new ArrayList<>();
        used.forEach(knob -> settings.get(knob)
                .flatMap(FileCheck::problem)
                .ifPresent(why -> problems.add(knob.name() + " is not accepted: " + LogText.reason(why))));
        settings.get(Knobs.HISTORY_PATH).filter(Files::isRegularFile).ifPresent(path -> {
            String why = path + " exists already: a history belongs to one process, so name a new file";
            problems.add(Knobs.HISTORY_PATH.name() + " is not accepted: " + LogText.reason(why));
        });
        return problems;
    }

    private static Optional<String> problem(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.of(file + " is a folder: expected the path of a file");
        }
        if (Files.exists(file)) {
            return Files.isWritable(file) ? Optional.empty() : Optional.of(file + " cannot be written");
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        if (!Files.isDirectory(folder)) {
            return Optional.of(file + " cannot be made: there is no folder " + folder);
        }
        return Files.isWritable(folder)
                ? Optional.empty()
                : Optional.of(file + " cannot be made: the folder " + folder + " cannot be written");
    }
}
