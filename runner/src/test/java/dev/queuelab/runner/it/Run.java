package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.History;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.lab.replay.Rejudgement;
import dev.queuelab.scenarios.check.Check;
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

    /** Its story, told again from this folder, hands out the same checks, which come to the same. */
    void isJudgedAgainAsItCameOut() {
        Rejudgement again = Rejudgement.of(folder);
        List<String> before = StreamSupport.stream(verdict().path("checks").spliterator(), false)
                .map(check -> check.path("check").asText() + ": "
                        + check.path("verdict").asText() + " " + check.path("findings"))
                .toList();
        assertThat(again.results().stream().skip(1).map(Run::told))
                .as(folder.toString())
                .isNotEmpty()
                .containsExactlyElementsOf(before);
        assertThat(again.results().get(0).verdict()).isEqualTo(Verdict.PASS);
        assertThat(again.verdict().name()).isEqualTo(verdict().path("verdict").asText());
    }

    private static String told(Check.Result result) {
        return result.check() + ": " + result.verdict() + " "
                + JSON.valueToTree(result.judgement().findings());
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
