package dev.queuelab.gateway.history;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.queuelab.core.history.HistoryException;
import dev.queuelab.core.toolbox.AppendOnlyFile;
import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;

/** The record of calls on disk: one JSON object a line, each handed to the operating system before the next step. */
public final class CallFile implements CallRecorder, AutoCloseable {
    /** Empty lists are not written, and are empty again when they are read. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .withConfigOverride(
                    List.class, lists -> lists.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private final Path path;
    private final AppendOnlyFile file;

    private CallFile(Path path, AppendOnlyFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Begins a new file.
     *
     * @throws HistoryException if the file exists already, or cannot be made
     */
    public static CallFile begin(Path path) {
        try {
            return new CallFile(path, AppendOnlyFile.create(path));
        } catch (FileAlreadyExistsException e) {
            throw new HistoryException(
                    path + " exists already: a record belongs to one gateway, so name a new file", e);
        } catch (IOException e) {
            throw new HistoryException("cannot begin a record of calls at " + path + ": " + FileErrors.reason(e), e);
        }
    }

    @Override
    public void record(CallFact fact) {
        try {
            file.append(JSON.writeValueAsString(fact));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact is always JSON", e);
        } catch (IOException e) {
            throw new HistoryException(
                    "cannot write to the record of calls at " + path + ": " + FileErrors.reason(e), e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new HistoryException("cannot close the record of calls at " + path + ": " + FileErrors.reason(e), e);
        }
    }
}
