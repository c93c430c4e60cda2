package dev.queuelab.runner.cli;

import dev.queuelab.core.toolbox.Text;
import dev.queuelab.scenarios.cases.CaseKind;
import dev.queuelab.scenarios.cases.Cases;
import dev.queuelab.scenarios.cases.ConformanceCase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values of options that name conformance cases; what does not exist is refused with what does. */
final class CaseOption {
    private CaseOption() {}

    /** Such as "shutdown". */
    static final class Kind implements ITypeConverter<CaseKind> {
        @Override
        public CaseKind convert(String text) {
            return CaseKind.of(text.strip())
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + Text.printable(text) + "' is not accepted: expected " + kinds()));
        }
    }

    /** Such as "shutdown/clean-exit-code". */
    static final class Id implements ITypeConverter<ConformanceCase> {
        @Override
        public ConformanceCase convert(String text) {
            return Cases.find(text.strip())
                    .orElseThrow(() -> new TypeConversionException("there is no case '" + Text.printable(text)
                            + "'; " + nearest(text)
                            + "; 'runner.jar cases' lists all"));
        }
    }

    private static String kinds() {
        return "one of " + Stream.of(CaseKind.values()).map(CaseKind::label).collect(Collectors.joining(", "));
    }

    /** What there is of the same kind, or with the same slug; else the kinds. */
    private static String nearest(String text) {
        String slug = text.replaceFirst(".*/", "").strip();
        List<String> near =
                CaseKind.of(text.replaceFirst("/.*", "").strip()).map(Cases::of).orElse(Cases.all()).stream()
                        .map(ConformanceCase::id)
                        .toList();
        List<String> same = Cases.all().stream()
                .map(ConformanceCase::id)
                .filter(id -> !slug.isEmpty() && id.contains(slug))
                .toList();
        if (!same.isEmpty()) {
            return "did you mean " + String.join(" or ", same) + "?";
        }
        return near.size() == Cases.all().size()
                ? "expected KIND/NAME, with as its KIND " + kinds()
                : "of this kind there are " + String.join(", ", near);
    }
}
