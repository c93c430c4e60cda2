package dev.queuelab.consumer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.toolbox.AtomicFile;
import dev.queuelab.core.toolbox.Utf8File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A {@link VersionGate} that consumers share through files: the state (entity to version, JSON) is only looked at and
 * replaced under a lock, which the operating system frees when its holder dies; the log gets a JSON line for each
 * version applied.
 */
final class VersionFile implements VersionGate {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, Long>> VERSIONS = new TypeReference<>() {};
    private static final String STEP = "applying the version";

    private final Path state;
    private final Path log;
    private final boolean newerOnly;
    private final String entityField;
    private final String versionField;

    /** The file's lock is the process's; this one is for its threads. */
    private final ReentrantLock inProcess = new ReentrantLock();

    VersionFile(Settings settings) {
        this.state = settings.get(Knobs.VERSION_STATE_PATH).orElseThrow();
        this.log = settings.get(Knobs.VERSION_LOG_PATH).orElseThrow();
        this.newerOnly = settings.get(Knobs.VERSIONING_ENABLED);
        this.entityField = settings.get(Knobs.ENTITY_KEY);
        this.versionField = settings.get(Knobs.VERSION_KEY);
    }

    @Override
    public void requireVersion(Payload payload) {
        EntityVersion.of(payload, entityField, versionField);
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public DeliveryOutcome applyIfNewer(
            Payload payload, Supplier<DeliveryOutcome> apply, Supplier<DeliveryOutcome> stale) {
        EntityVersion version = EntityVersion.of(payload, entityField, versionField);
        inProcess.lock();
        try (FileChannel channel =
                        FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Map<String, Long> versions = readState();
            if (newerOnly && version.number() <= versions.getOrDefault(version.entity(), Long.MIN_VALUE)) {
                return stale.get();
            }
            DeliveryOutcome outcome = apply.get();
            if (!(outcome instanceof DeliveryOutcome.Expired)) {
                versions.put(version.entity(), version.number());
                writeState(versions);
                appendToLog(version);
            }
            return outcome;
        } catch (IOException e) {
            throw new StepFailedException(STEP, "VERSION_STATE_PATH " + state + ", VERSION_LOG_PATH " + log, e);
        } finally {
            inProcess.unlock();
        }
    }

    private Map<String, Long> readState() throws IOException {
        return Files.exists(state) ? JSON.readValue(Utf8File.read(state), VERSIONS) : new TreeMap<>();
    }

    private void writeState(Map<String, Long> versions) throws IOException {
        Path next = beside(".next");
        try {
            JSON.writeValue(next.toFile(), versions);
            AtomicFile.replace(next, state);
        } finally {
            Files.deleteIfExists(next); // half a file, where the disk was full
        }
    }

    private void appendToLog(EntityVersion version) throws IOException {
        String line = JSON.writeValueAsString(
                JSON.createObjectNode().put(entityField, version.entity()).put(versionField, version.number()));
        SharedLog.append(log, line);
    }

    private Path beside(String suffix) {
        return state.resolveSibling(state.getFileName() + suffix);
    }
}
