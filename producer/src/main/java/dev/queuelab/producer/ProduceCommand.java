package dev.queuelab.producer;

import dev.queuelab.core.history.Event;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of {@code producer.jar}. */
@Command(
        name = "producer.jar",
        synopsisHeading = "Usage: java -jar ",
        customSynopsis = "producer.jar --queue-url URL [--n N] [--rate R] [more flags]",
        description = {
            "%nSends synthetic messages to an SQS queue: JSON objects with an \"id\" and some \"work\" from 1 to 1000."
                    + " Poison ones carry \"poison\": true and \"marker\": \"POISON\", too.",
            "%nA message that fails for a passing reason is tried up to " + BatchSender.MOST_TRIES + " times.%n"
        },
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all messages were sent; or SIGTERM ended --n 0, and none had failed",
            "1:a message was not sent, or not by the time of SIGTERM",
            "2:the command line was wrong"
        },
        footer = "%nThe AWS SDK's own variables say the rest: AWS_ENDPOINT_URL_SQS, AWS_ACCESS_KEY_ID and so on.")
final class ProduceCommand implements Callable<Integer> {
    @Mixin
    private final MessageFlags messages = new MessageFlags();

    @Mixin
    private final RoutingFlags routing = new RoutingFlags();

    @Mixin
    private final SendingFlags sending = new SendingFlags();

    @Mixin
    private final QueueFlags target = new QueueFlags();

    @Mixin
    private final ProcessFlags process = new ProcessFlags();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    private final LongSupplier anySeed;
    private final World.Opener opener;

    private ProduceCommand(LongSupplier anySeed, World.Opener opener) {
        this.anySeed = anySeed;
        this.opener = opener;
    }

    /**
     * The command line of a process with these variables in its environment.
     *
     * @param anySeed where the seed comes from if none is given
     */
    static CommandLine with(Map<String, String> environment, LongSupplier anySeed, World.Opener opener) {
        Complaints complaints = new Complaints();
        return new CommandLine(new ProduceCommand(anySeed, opener))
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints);
    }

    @Override
    public Integer call() {
        complaint().ifPresent(complaint -> {
            throw new ParameterException(command.commandLine(), complaint);
        });
        long seed = messages.seed().orElseGet(anySeed::getAsLong);
        try {
            return produce(seed, opener.open(target, process));
        } catch (BadFlagException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private Optional<String> complaint() {
        return messages.complaint()
                .or(target::complaint)
                .or(() -> routing.complaint(messages.fields(), target.queue()));
    }

    private int produce(long seed, World world) {
        PrintWriter err = command.commandLine().getErr();
        Tally tally = new Tally();
        Quantity quantity = new Quantity(messages.count(), sending.batchSize());
        Timeline timeline = world.timeline();
        Progress progress = new Progress(err, world.terminal(), timeline, quantity);
        BatchSender sender =
                new BatchSender(world.sqs(), target.queue(), world.backoff(), timeline, world.history(), tally);

        world.history()
                .record(new Event.Started("producer", ProcessHandle.current().pid(), settings(seed)));
        long start = timeline.nanos();
        Ending ending = new Production(
                        quantity,
                        messages.factory(new Seeds(seed), routing.routing()),
                        sending.pace(timeline),
                        sender,
                        timeline,
                        progress,
                        tally)
                .run();
        Duration took = Duration.ofNanos(timeline.nanos() - start);
        world.history().record(new Event.Stopped(ending.reason(), world.calls().get()));

        if (!ending.complete()) {
            err.println(ending.reason());
        }
        command.commandLine().getOut().println(Summary.of(tally, ending.notSent(), took, seed));
        return ending.exitCode();
    }

    /** The flags in force, defaults included. */
    private Map<String, String> settings(long seed) {
        Map<String, String> settings = new TreeMap<>();
        for (OptionSpec option : command.options()) {
            Object value = option.getValue();
            Optional<?> given = value instanceof Optional<?> optional ? optional : Optional.of(value);
            given.ifPresent(present -> settings.put(option.longestName(), present.toString()));
        }
        settings.put("--seed", Long.toString(seed));
        settings.remove("--help");
        return settings;
    }
}
