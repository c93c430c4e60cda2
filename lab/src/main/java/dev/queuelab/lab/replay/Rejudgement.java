package dev.queuelab.lab.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.queuelab.scenarios.check.Check;
import dev.queuelab.scenarios.check.Histories;
import dev.queuelab.scenarios.check.Verdict;
import dev.queuelab.scenarios.kit.Catalogue;
import dev.queuelab.scenarios.kit.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * What a stored run comes to when its story hands out its checks again.
 *
 * @param control what was taken out, if it was played as a control
 * @param results of the story's checks, after one that makes sure of the histories themselves
 * @param trouble what ended the run before its end: it cannot come to more than UNKNOWN
 * @param before what the run itself came to; empty if it was killed
 */
public record Rejudgement(
        Path folder,
        String scenario,
        Optional<String> control,
        List<Check.Result> results,
        Optional<String> trouble,
        Optional<String> before) {

    /**
     * Judges the run in {@code folder} again, from that folder alone.
     *
     * @throws NotReplayableException if what was recorded does not suffice
     */
    public static Rejudgement of(Path folder) {
        RunRecord record = RunRecord.read(folder);
        RecordedStage stage = new RecordedStage(record);
        play(story(record), stage);
        List<Check.Result> results = new ArrayList<>();
        results.add(Histories.whole().on(record.evidence()));
        results.addAll(stage.results());
        return new Rejudgement(
                record.folder().path(),
                record.scenario(),
                text(record.run().path("control").path("name")),
                results,
                text(record.verdict().path("trouble")),
                text(record.verdict().path("verdict")));
    }

    public Verdict verdict() {
        Stream<Verdict> checks = results.stream().map(Check.Result::verdict);
        return Verdict.worst(Stream.concat(checks, trouble.stream().map(why -> Verdict.UNKNOWN))
                .toList());
    }

    private static Scenario story(RunRecord record) {
        Scenario story = Catalogue.all().stream()
                .filter(entry -> entry.name().equals(record.scenario()))
                .findFirst()
                .orElseThrow(() -> new NotReplayableException("there is no scenario '" + record.scenario() + "' here"))
                .create()
                .get();
        try {
            new CommandLine(story).parseArgs(record.options().toArray(String[]::new));
            return story;
        } catch (ParameterException e) {
            throw new NotReplayableException(record.scenario() + " has other options now: " + e.getMessage(), e);
        }
    }

    private static void play(Scenario story, RecordedStage stage) {
        try {
            story.play(stage);
        } catch (NotReplayableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new NotReplayableException("the story cannot be told again from what was recorded: " + e, e);
        }
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue());
    }
}
