package dev.queuelab.lab.environment;

import dev.queuelab.scenarios.kit.Catalogue;
import java.util.List;
import java.util.Optional;

/**
 * What a sandbox that begins and ends with this program is to be like.
 *
 * @param visibilitySeconds the visibility timeout of its queues; the sandbox's own default if empty
 * @param asked whether somebody asked for it, so that an environment which cannot have it is refused
 * @param scenarios those that are played in it: it has only their stacks, which takes half the time to start; all stacks
 *     if there are none
 */
public record OwnSandbox(Optional<Integer> visibilitySeconds, boolean asked, List<Catalogue.Entry> scenarios) {
    /** As the sandbox is by default. */
    public static final OwnSandbox USUAL = new OwnSandbox(Optional.empty(), false, List.of());

    public OwnSandbox {
        scenarios = List.copyOf(scenarios);
    }

    /** The same, with the stacks of {@code scenarios} alone. */
    public OwnSandbox playing(List<Catalogue.Entry> scenarios) {
        return new OwnSandbox(visibilitySeconds, asked, scenarios);
    }

    List<String> flags() {
        return visibilitySeconds
                .map(seconds -> List.of("--visibility-timeout=" + seconds))
                .orElse(List.of());
    }

    /**
     * The environment is another one.
     *
     * @param which such as "the sandbox kept up"
     * @throws EnvironmentException if a setting was asked for, which only a sandbox for this run can have
     */
    void requireNothingOf(String which) {
        if (asked) {
            throw new EnvironmentException("--visibility-timeout=" + visibilitySeconds.orElseThrow()
                    + " is not accepted here: only a sandbox for this run takes it, and " + which
                    + " have their own; leave the option out, or end them (a sandbox: `make sandbox-down`)");
        }
    }
}
