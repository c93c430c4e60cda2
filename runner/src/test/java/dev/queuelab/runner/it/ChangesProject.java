package dev.queuelab.runner.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that change their project: keep a sandbox up in it, write its {@code .env}, move its jars. They have one of their
 * own, and take turns.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ChangesProject.ChangingProject.class)
@ResourceLock("the changing project")
@interface ChangesProject {

    /** The project. */
    final class ChangingProject extends SharedProject {
        ChangingProject() {
            super("changing");
        }
    }
}
