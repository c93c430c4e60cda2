package dev.queuelab.lab.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The programs of a play: ours, or whatever is to run in their place.
 *
 * @param foreign what is started in a program's place, by that program's name
 * @param consumerVariables what a program in the consumer's place gets besides the variables of the contract
 */
public record Programs(Dist dist, Map<String, ProgramCommand> foreign, ForeignVariables consumerVariables) {
    public static final String CONSUMER = "consumer";
    public static final String PRODUCER = "producer";

    public Programs {
        foreign = Map.copyOf(foreign);
    }

    public Programs(Dist dist, Map<String, ProgramCommand> foreign) {
        this(dist, foreign, ForeignVariables.NONE);
    }

    /** None but our own. */
    public static Programs ours(Dist dist) {
        return new Programs(dist, Map.of());
    }

    public boolean isForeign(String program) {
        return foreign.containsKey(program);
    }

    /** The environment of the program: with further variables, if it is in the consumer's place. */
    public ChildEnvironment environment(String program, ChildEnvironment contract) {
        return program.equals(CONSUMER) && isForeign(program) ? consumerVariables.in(contract) : contract;
    }

    /** The command that runs {@code program}, or what is in its place, with these arguments. */
    public List<String> command(String program, List<String> arguments) {
        ProgramCommand other = foreign.get(program);
        if (other == null) {
            return dist.command(program, arguments);
        }
        List<String> command = new ArrayList<>(other.words());
        command.addAll(arguments);
        return command;
    }
}
