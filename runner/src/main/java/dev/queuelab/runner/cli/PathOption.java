package dev.queuelab.runner.cli;

import dev.queuelab.core.toolbox.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The path of a file or folder. One with letters that the locale lacks cannot be expressed. */
final class PathOption implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + Text.printable(Text.truncate(text, 200)) + "' is not accepted ("
                    + e.getReason() + "): expected a path in letters of the locale; LC_ALL=C.UTF-8 has them all");
        }
    }
}
