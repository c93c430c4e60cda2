package dev.queuelab.producer.cli;

import dev.queuelab.core.history.Event;
import dev.queuelab.producer.message.RandomStreams;
import dev.queuelab.producer.sending.BatchSender;
import dev.queuelab.producer.sending.ConcurrentSender;
import dev.queuelab.producer.sending.ProgressLine;
import dev.queuelab.producer.sending.SendBudget;
import dev.queuelab.producer.sending.SendCounters;
import dev.queuelab.producer.sending.SendLoop;
import dev.queuelab.producer.sending.SendOutcome;
import dev.queuelab.producer.sending.StoppableClock;
import java.io.PrintWriter;
import java.nio.file.Path;
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
    private final ProducerContext.Opener opener;

    private ProduceCommand(LongSupplier anySeed, ProducerContext.Opener opener) {
        this.anySeed = anySeed;
        this.opener = opener;
    }

    /**
     * The command line of a process with these variables in its environment.
     *
     * @param anySeed where the seed comes from if none is given
     */
    static CommandLine with(Map<String, String> environment, LongSupplier anySeed, ProducerContext.Opener opener) {
        CommandErrors errors = new CommandErrors();
        return new CommandLine(new ProduceCommand(anySeed, opener))
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .registerConverter(Path.class, new FlagTypes.FilePath())
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    @Override
    public Integer call() {
        problem().ifPresent(problem -> {
            throw new ParameterException(command.commandLine(), problem);
        });
        long seed = messages.seed().orElseGet(anySeed::getAsLong);
        try {
            return produce(seed, opener.open(target, process));
        } catch (BadFlagException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private Optional<String> problem() {
        return messages.problem().or(target::problem).or(() -> routing.problem(messages.fields(), target.queue()));
    }

    private int produce(long seed, ProducerContext context) {
        PrintWriter err = command.commandLine().getErr();
        SendCounters counters = new SendCounters();
        SendBudget budget = new SendBudget(messages.count(), sending.batchSize());
        StoppableClock clock = context.clock();
        ProgressLine progress = new ProgressLine(err, context.terminal(), clock, budget);
        BatchSender sender = new BatchSender(
                context.sqs(),
                target.queue(),
                context.backoff(),
                clock,
                context.history(),
                counters,
                sending.keepTrying());

        context.history()
                .record(new Event.Started("producer", ProcessHandle.current().pid(), settings(seed)));
        long start = clock.nanos();
        SendOutcome outcome = new SendLoop(
                        budget,
                        messages.factory(new RandomStreams(seed), routing.routing()),
                        sending.rate(clock),
                        new ConcurrentSender(
                                sending.concurrency(), target.queue().fifo(), sender),
                        clock,
                        progress,
                        counters)
                .run();
        Duration took = Duration.ofNanos(clock.nanos() - start);
        context.history()
                .record(new Event.Stopped(outcome.reason(), context.calls().get()));

        if (!outcome.complete()) {
            err.println(outcome.reason());
        }
        command.commandLine().getOut().println(SendSummary.of(counters, outcome.notSent(), took, seed));
        return outcome.exitCode();
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
