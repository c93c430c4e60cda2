package dev.queuelab.runner.cli;

import dev.queuelab.core.toolbox.IntRange;
import dev.queuelab.scenarios.kit.FailureReason;
import dev.queuelab.scenarios.kit.TriageRules;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of a command that groups dead letters by reason. */
final class TriageOptions {
    @Option(
            names = "--poison-marker",
            paramLabel = "TEXT",
            description = "what contains this text is poison (default: nothing is)")
    private @Nullable String poisonMarker;

    @Option(
            names = "--schema-major",
            paramLabel = "N",
            converter = Count.class,
            description = "the major version of the schema that the consumers read (default: not looked at)")
    private @Nullable Integer schemaMajor;

    @Option(
            names = "--max-age",
            paramLabel = "SECONDS",
            converter = Count.class,
            description = "what was sent longer ago than this is stale (default: nothing is)")
    private @Nullable Integer maxAge;

    TriageRules rules(Instant now) {
        return new TriageRules(
                Optional.ofNullable(poisonMarker),
                Optional.ofNullable(schemaMajor),
                Optional.ofNullable(maxAge).map(now::minusSeconds));
    }

    /** What is missing so that there can be letters with these reasons: a sentence that names the option. */
    Optional<String> missing(Set<FailureReason> reasons) {
        if (reasons.contains(FailureReason.POISON) && poisonMarker == null) {
            return Optional.of(needs(FailureReason.POISON, "--poison-marker"));
        }
        if (reasons.contains(FailureReason.SCHEMA) && schemaMajor == null) {
            return Optional.of(needs(FailureReason.SCHEMA, "--schema-major"));
        }
        return reasons.contains(FailureReason.STALE) && maxAge == null
                ? Optional.of(needs(FailureReason.STALE, "--max-age"))
                : Optional.empty();
    }

    private static String needs(FailureReason reason, String option) {
        return "--reason=" + reason.label() + " needs " + option + ": nothing is " + reason.label() + " without it";
    }

    /** 1 or more. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            try {
                return IntRange.atLeast(1).parseInt(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** 0 to 500 a second: as SQS's own redrive (API reference, StartMessageMoveTask). */
    static final class Rate implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            try {
                return IntRange.between(0, 500).parseInt(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** A reason by its label. */
    static final class Reason implements ITypeConverter<FailureReason> {
        @Override
        public FailureReason convert(String text) {
            List<String> all = Arrays.stream(FailureReason.values())
                    .map(FailureReason::label)
                    .toList();
            return FailureReason.of(text)
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is not accepted: expected some of "
                            + all.stream().collect(Collectors.joining(", "))));
        }
    }
}
