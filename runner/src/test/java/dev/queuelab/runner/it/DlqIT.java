package dev.queuelab.runner.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters that a run has left on a sandbox that is kept up: looked at by reason, and sent back. */
@ChangesProject
class DlqIT {
    private final Project project;

    @TempDir
    private Path temp;

    DlqIT(Project project) {
        this.project = project;
    }

    @AfterEach
    void down() {
        project.runner(temp, "sandbox", "down").exitsWith(0);
    }

    private Program dlq(String... arguments) {
        return project.runner(
                temp, Stream.concat(Stream.of("dlq"), Stream.of(arguments)).toArray(String[]::new));
    }

    @Test
    void onlyWhatAReasonNamesGoesBack() {
        project.runner(temp, "sandbox", "up").exitsWith(0);
        project.runner(temp, "poison", "--count=2", "--poison-count=1").exitsWith(0);

        assertThat(dlq("inspect", "poison", "--poison-marker=POISON").exitsWith(0))
                .containsPattern("reason +count +received +which\n *poison +1 +[0-9]+ ");
        assertThat(dlq("redrive", "poison", "--reason=transient", "--poison-marker=POISON")
                        .exitsWith(0))
                .contains("0 sent back, 1 stay");
        assertThat(dlq("redrive", "poison", "--reason=poison", "--poison-marker=POISON", "--dry-run")
                        .exitsWith(0))
                .contains("1 would be sent back, 0 would stay; nothing was moved");
        assertThat(dlq("redrive", "poison", "--reason=poison", "--poison-marker=POISON", "--rate=10")
                        .exitsWith(0))
                .contains("1 sent back, 0 stay");
        assertThat(dlq("inspect", "poison").exitsWith(0)).contains("The dead-letter queue is empty.");
    }

    @Test
    void aSandboxThatNobodyKeepsUpHasNoDeadLetters() {
        assertThat(dlq("inspect", "happy").exitsWith(3)).contains("no sandbox is kept up", "make sandbox-up");
    }
}
