package dev.queuelab.scenarios.check;

import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.scenarios.check.Deploy.InHand;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** Checks of rolling deploys: what became of the messages that replaced consumers had in hand when SIGTERM came. */
public final class DeployChecks {
    private static final String IN_HAND = "what consumers had in hand";

    public static final Requirement ENDED_WITHIN_GRACE = perDeploy(
            "ended within the grace",
            "Each replaced consumer ended by itself after SIGTERM, before its grace was over and SIGKILL was sent.",
            "killed",
            Deploy::killed);

    public static final Requirement NOTHING_ABANDONED = perDeploy(
            "nothing abandoned",
            "Each message that a replaced consumer had in hand was done and deleted by it, or handed back at once.",
            "abandoned",
            deploy -> deploy.which(InHand::isAbandoned));

    public static final Requirement NOTHING_REDELIVERED = perDeploy(
            "nothing redelivered",
            "No message that a replaced consumer had in hand was delivered again, other than one that it had handed back.",
            "redelivered",
            deploy -> deploy.which(InHand::isRedelivered));

    private DeployChecks() {}

    /** The label of a consumer: the {@code place}th one of its generation. Deploy 1 replaces generation 1, and so on. */
    public static String label(int generation, int place) {
        return Deploy.label(generation, place);
    }

    private static Requirement perDeploy(
            String name, String meaning, String what, Function<Deploy, Collection<String>> which) {
        return new Requirement(
                name,
                meaning,
                evidence -> perDeploy(Deploy.in(evidence), what, which).onlyInHistoriesOrCalls(IN_HAND));
    }

    private static Finding perDeploy(List<Deploy> deploys, String what, Function<Deploy, Collection<String>> which) {
        List<String> broken = deploys.stream()
                .filter(deploy -> !which.apply(deploy).isEmpty())
                .map(deploy -> "deploy " + deploy.number() + ": "
                        + which.apply(deploy).size() + " " + what + ", " + Names.of(which.apply(deploy)))
                .toList();
        if (deploys.isEmpty()) {
            return Finding.undecided("no consumer was replaced");
        }
        return broken.isEmpty()
                ? Finding.holds("in " + deploys.size() + " deploys, none " + what)
                : Finding.broken(String.join("; ", broken));
    }

    /** There were so many deploys, and consumers had messages in hand in each. */
    public static Precondition workInHand(IntSupplier deploys) {
        return new Precondition(
                "work in hand at each deploy",
                "The failure could come about: in every deploy some consumer had a message in hand when SIGTERM came.",
                evidence -> workInHand(Deploy.in(evidence), deploys.getAsInt()).onlyInHistoriesOrCalls(IN_HAND));
    }

    private static Finding workInHand(List<Deploy> deploys, int expected) {
        long busy = deploys.stream()
                .filter(deploy -> deploy.inHand().stream()
                        .anyMatch(message -> message.delivery()
                                .at()
                                .isBefore(
                                        deploy.replaced().get(message.delivery().process()))))
                .count();
        return Finding.that(
                busy == expected, "in " + busy + " of " + expected + " deploys, messages were in hand at SIGTERM");
    }

    /** Each deploy, and what became of what its consumers had in hand. */
    public static ReportTable table() {
        return new ReportTable(
                "deploys",
                evidence -> new Table(
                        List.of(
                                "deploy",
                                "replaced",
                                "killed",
                                "in hand",
                                "finished",
                                "handed back",
                                "abandoned",
                                "redelivered",
                                "dead-lettered",
                                "done twice",
                                "took (s)"),
                        Deploy.in(evidence).stream().map(DeployChecks::row).toList()));
    }

    private static List<String> row(Deploy deploy) {
        return List.of(
                Integer.toString(deploy.number()),
                Integer.toString(deploy.replaced().size()),
                Integer.toString(deploy.killed().size()),
                Integer.toString(deploy.inHand().size()),
                Integer.toString(deploy.which(InHand::isFinished).size()),
                Integer.toString(deploy.which(InHand::isHandedBack).size()),
                Integer.toString(deploy.which(InHand::isAbandoned).size()),
                Integer.toString(deploy.which(InHand::isRedelivered).size()),
                Integer.toString(deploy.which(deploy::isDeadLettered).size()),
                Integer.toString(deploy.which(deploy::isDoneTwice).size()),
                Seconds.format(deploy.took()));
    }
}
