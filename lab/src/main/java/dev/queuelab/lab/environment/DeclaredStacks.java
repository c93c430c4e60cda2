package dev.queuelab.lab.environment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.queuelab.scenarios.kit.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list of stacks in {@code terraform/scenarios.json}, from which Terraform and the sandbox make them. */
final class DeclaredStacks {
    private static final String FILE = "scenarios.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private DeclaredStacks() {}

    /** The part of the list that {@code scenarios} are played on, in the list's own form; empty if that is none of it. */
    static Optional<String> of(Collection<Catalogue.Entry> scenarios) {
        ObjectNode list = read();
        List<String> keys =
                list.properties().stream().map(entry -> entry.getKey()).toList();
        list.retain(scenarios.stream()
                .flatMap(scenario -> scenario.stackAmong(keys).stream())
                .collect(Collectors.toSet()));
        return list.isEmpty() ? Optional.empty() : Optional.of(list.toPrettyString());
    }

    private static ObjectNode read() {
        try (InputStream in = Objects.requireNonNull(DeclaredStacks.class.getResourceAsStream(FILE), FILE)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of stacks in this jar", e);
        }
    }
}
