package dev.queuelab.core.toolbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8FileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "Grüße, 世界 \uD83D\uDE00\r\n"})
    void theTextIsAsItWasWritten(String text) throws IOException {
        assertThat(Utf8File.read(Files.writeString(folder.resolve("file"), text)))
                .isEqualTo(text);
    }

    @Test
    void latin1IsRefusedWithTheFileAndThePlace() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "Größe", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Utf8File.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is not in UTF-8: byte 0xF6 at offset 2 is in no character");
    }

    @Test
    void aCharacterThatIsCutIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {'a', (byte) 0xE4, (byte) 0xB8});

        assertThatThrownBy(() -> Utf8File.read(file)).hasMessageContaining("byte 0xE4 at offset 1");
    }

    @Test
    void whatIsOnlyShownIsReadAsFarAsItGoes() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {'a', (byte) 0xF6, 'b'});

        assertThat(Utf8File.readLeniently(file)).isEqualTo("a\uFFFDb");
    }
}
