package dev.queuelab.runner.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a {@link Project} that is warmed up once for all of them, and removed after the last. None changes it. */
class SharedProject implements ParameterResolver {
    private final String name;

    SharedProject() {
        this("unchanged");
    }

    /** Another one, for those that ask for this {@code name}. */
    SharedProject(String name) {
        this.name = name;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Project.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedProject.class))
                .computeIfAbsent(name, key -> Kept.make(), Kept.class)
                .project;
    }

    private record Kept(Project project) implements AutoCloseable {
        static Kept make() {
            try {
                return new Kept(
                        Project.in(Files.createTempDirectory("queue-lab-it-")).warmedUp());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            project.delete();
        }
    }
}
