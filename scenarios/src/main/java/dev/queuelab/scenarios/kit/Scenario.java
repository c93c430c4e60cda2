package dev.queuelab.scenarios.kit;

import java.util.List;
import java.util.Optional;

/**
 * A story: a failure mode provoked, and what must be true afterwards. A story's class is annotated with picocli's
 * {@code @Command}, whose {@code description} is its claim in one sentence; its options are the story's parameters. Its
 * command is the class name in kebab case, its pace is its package: see {@link Catalogue}.
 */
public interface Scenario {

    /** What is wrong with the options taken together, as a sentence that names the value and what is accepted. */
    default Optional<String> problem() {
        return Optional.empty();
    }

    /** Plays the story once. An instance plays at most once. */
    void play(Stage stage);

    /** The same story with a protection taken out, once for each; each must break the checks that it names. */
    default List<Control> controls() {
        return List.of();
    }
}
