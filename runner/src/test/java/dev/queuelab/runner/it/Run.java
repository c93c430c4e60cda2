package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.lab.run.StoredRunJudge;
import dev.queuelab.lab.run.StoredRunJudge.Judgement;
import dev.queuelab.scenarios.check.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A run folder, as a reader finds it. */
record Run(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The only run under {@code runs}, or the newest. */
    static Run latest(Path runs) {
        try {
            return new Run(runs.resolve("latest").toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All runs under {@code runs}. */
    static List<Run> all(Path runs) {
        try (Stream<Path> files = Files.list(runs)) {
            return files.filter(file -> Files.isDirectory(file) && !Files.isSymbolicLink(file))
                    .map(Run::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    History history() {
        return HistoryReader.readFolder(folder.resolve("history"));
    }

    <E extends Event> List<E> facts(Class<E> kind) {
        return history().all(kind).toList();
    }

    /** Its checks, evaluated again over this folder alone, come to the same. */
    void isJudgedAgainAsItCameOut() {
        Judgement again = StoredRunJudge.judge(folder);
        List<String> before = StreamSupport.stream(verdict().path("checks").spliterator(), false)
                .map(JsonNode::toString)
                .toList();
        assertThat(again.checks().stream()
                        .skip(1)
                        .map(outcome -> JSON.valueToTree(outcome).toString()))
                .as(folder.toString())
                .isNotEmpty()
                .containsExactlyElementsOf(before);
        assertThat(again.checks().get(0).verdict()).isEqualTo(Verdict.PASS);
        assertThat(again.verdict().name()).isEqualTo(verdict().path("verdict").asText());
    }

    JsonNode verdict() {
        return json("verdict.json");
    }

    JsonNode json(String name) {
        try {
            return JSON.readTree(folder.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
