package dev.queuelab.gateway.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that say which calls of a program are its effects. */
public record EffectMappings(List<EffectMapping> all) {
    public static final EffectMappings NONE = new EffectMappings(List.of());

    public EffectMappings {
        all = List.copyOf(all);
    }

    /** A request that is an effect, as the external service knows it; any other call as it is. */
    public Call translate(Call call) {
        return first(EffectMapping.Request.class, request -> request.toEffect(call))
                .orElse(call);
    }

    /** The effects that a write to DynamoDB asks for, by these mappings alone. */
    public List<Subject> writes(Call call) {
        if (all.isEmpty() || !call.isFor(Service.DYNAMODB)) {
            return List.of();
        }
        List<Subject> effects = new ArrayList<>();
        effect(call.operation(), call.request()).ifPresent(effects::add);
        call.request()
                .path("TransactItems")
                .forEach(action -> action.properties()
                        .forEach(part -> effect(part.getKey(), part.getValue()).ifPresent(effects::add)));
        return effects;
    }

    /** The effect that a request, or a part of a transaction, asks for. */
    Optional<Subject> effect(String operation, JsonNode request) {
        return first(EffectMapping.Write.class, write -> write.effect(operation, request));
    }

    private <M extends EffectMapping, T> Optional<T> first(Class<M> kind, Function<M, Optional<T>> found) {
        return all.stream()
                .flatMap(mapping -> kind.isInstance(mapping) ? Stream.of(kind.cast(mapping)) : Stream.empty())
                .flatMap(mapping -> found.apply(mapping).stream())
                .findFirst();
    }
}
