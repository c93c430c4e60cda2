package dev.queuelab.runner.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a {@link Project} that is warmed up once for all of them, and removed after the last. */
final class SharedProject implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Project.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedProject.class))
                .computeIfAbsent(Kept.class, key -> Kept.make(), Kept.class)
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
