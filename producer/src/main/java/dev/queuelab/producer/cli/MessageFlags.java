package dev.queuelab.producer.cli;

import dev.queuelab.core.payload.SchemaVersion;
import dev.queuelab.producer.message.FieldsFile;
import dev.queuelab.producer.message.MessageFactory;
import dev.queuelab.producer.message.PoisonPlan;
import dev.queuelab.producer.message.RandomStreams;
import dev.queuelab.producer.message.Routing;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** The flags that say which messages there are. */
final class MessageFlags {
    private static final long ENDLESS = 0;

    @Option(
            names = "--n",
            paramLabel = "N",
            defaultValue = "10",
            converter = FlagTypes.Count.class,
            description = "How many messages; 0: on and on, until SIGTERM (default: ${DEFAULT-VALUE}).")
    private long count;

    @Option(
            names = "--poison-count",
            paramLabel = "N",
            defaultValue = "0",
            converter = FlagTypes.Count.class,
            description = "How many of them are poison, at random indices (default: ${DEFAULT-VALUE}).")
    private long poisonCount;

    @Option(
            names = "--poison-every",
            paramLabel = "N",
            defaultValue = "0",
            converter = FlagTypes.Count.class,
            description = "Every Nth is poison: 3 means the indices 2, 5, 8 and so on. Overrides --poison-count.")
    private long poisonEvery;

    @Option(names = "--poison-cut-short", description = "Poison lacks its last character, so that it is no JSON.")
    private boolean poisonCutShort;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = FlagTypes.Seed.class,
            description = "Decides ids, work and which are poison; unset: something else each time.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--run-id",
            paramLabel = "TEXT",
            converter = FlagTypes.Name.class,
            description = "Goes into each message as \"run\". Changes the ids that a seed gives, nothing else.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--schema-version",
            paramLabel = "MAJOR.MINOR",
            converter = FlagTypes.Schema.class,
            description = "Goes into each message as \"schema_version\", such as 1.0.")
    private Optional<SchemaVersion> schema = Optional.empty();

    @Option(
            names = "--fields-from",
            paramLabel = "FILE",
            converter = FlagTypes.Fields.class,
            description = "A JSON object a line: the fields of the Nth go into the Nth message, in place of its own.")
    private Optional<FieldsFile> fields = Optional.empty();

    /** What is wrong with the flags together, if anything. */
    Optional<String> problem() {
        return poisonProblem().or(this::fieldsProblem);
    }

    private Optional<String> fieldsProblem() {
        return fields.filter(file -> file.lines().size() != count)
                .map(file -> "--fields-from " + file + " is not accepted: expected as many lines as --n, which is "
                        + count + ", but it has " + file.lines().size());
    }

    private Optional<String> poisonProblem() {
        if (poisonEvery > 0 || poisonCount == 0) {
            return Optional.empty();
        }
        if (count == ENDLESS) {
            return Optional.of("--poison-count " + poisonCount
                    + " is not accepted with --n 0, which has no end to choose from: use --poison-every");
        }
        return poisonCount <= count
                ? Optional.empty()
                : Optional.of(
                        "--poison-count " + poisonCount + " is not accepted: expected at most --n, which is " + count);
    }

    /** The number of messages; empty for no end. */
    OptionalLong count() {
        return count == ENDLESS ? OptionalLong.empty() : OptionalLong.of(count);
    }

    Optional<Long> seed() {
        return seed;
    }

    Optional<FieldsFile> fields() {
        return fields;
    }

    MessageFactory factory(RandomStreams seeds, Routing routing) {
        return new MessageFactory(seeds, run, schema, poison(seeds), fields, routing, poisonCutShort);
    }

    private PoisonPlan poison(RandomStreams seeds) {
        if (poisonEvery > 0) {
            return PoisonPlan.every(poisonEvery);
        }
        return poisonCount == 0 ? PoisonPlan.NONE : PoisonPlan.random(poisonCount, count, seeds.stream("poison"));
    }
}
