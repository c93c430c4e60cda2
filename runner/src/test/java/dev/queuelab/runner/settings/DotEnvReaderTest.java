package dev.queuelab.runner.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotEnvReaderTest {
    @TempDir
    private Path folder;

    @Test
    void readsWhatAShellWouldRead() throws IOException {
        Path file = write("""
                # Written by Terraform; `make infra-down` removes it. \u00e9

                export QUEUE_URL='https://sqs.us-west-1.amazonaws.com/1/it is # here'
                  DLQ_ARN=arn:aws:sqs:us-west-1:1:dlq   # a comment
                AWS_PROFILE="mine, too"\t
                AWS_REGION=
                LOG_LEVEL=DEBUG""");

        assertThat(DotEnvReader.read(file))
                .containsExactly(
                        entry("QUEUE_URL", "https://sqs.us-west-1.amazonaws.com/1/it is # here"),
                        entry("DLQ_ARN", "arn:aws:sqs:us-west-1:1:dlq"),
                        entry("AWS_PROFILE", "mine, too"),
                        entry("AWS_REGION", ""),
                        entry("LOG_LEVEL", "DEBUG"));
    }

    @Test
    void readsTheExample() {
        assertThat(DotEnvReader.read(Path.of("../.env.example")))
                .containsOnlyKeys(
                        "QUEUE_URL", "DLQ_ARN", "AWS_REGION", "MESSAGE_STATUS_TABLE", "MESSAGE_SIDE_EFFECTS_TABLE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '@', textBlock = """
            QUEUE_URL = x               | there is a space beside the = of QUEUE_URL: expected QUEUE_URL=value
            QUEUE_URL =x                | there is a space beside the = of QUEUE_URL
            export QUEUE_URL= x         | there is a space beside the = of QUEUE_URL
            QUEUE_URL=a b               | the value of QUEUE_URL is not understood
            QUEUE_URL=$(id)             | the value of QUEUE_URL is not understood
            QUEUE_URL=`id`              | the value of QUEUE_URL is not understood
            QUEUE_URL="`id`"            | the value of QUEUE_URL is not understood
            QUEUE_URL="$HOME"           | the value of QUEUE_URL is not understood
            QUEUE_URL=x;id              | the value of QUEUE_URL is not understood
            QUEUE_URL=~/x               | the value of QUEUE_URL is not understood
            QUEUE_URL='x                | the value of QUEUE_URL is not understood
            QUEUE_URL='x'y              | the value of QUEUE_URL is not understood
            QUEUE_URL=x#y               | the value of QUEUE_URL is not understood
            QUEUE_URL: x                | 'QUEUE_URL' begins no setting: expected NAME=value
            set -a                      | 'set' begins no setting
            Warning: `id`               | 'Warning' begins no setting
            export QUEUE_URL            | 'export' begins no setting
            PATH=/tmp                   | 'PATH' is not a known setting: expected AWS_* or one of ACKNOWLEDGE
            QUEUE_URL='\u00e9'               | the character U+00E9 is not printable ASCII
            """)
    void refusesWhatIsNotUnderstoodWithTheLinesNumber(String line, String problem) throws IOException {
        Path file = write("AWS_REGION=us-west-1\n\n" + line + "\n");

        assertThatThrownBy(() -> DotEnvReader.read(file))
                .isInstanceOf(InvalidDotEnvException.class)
                .hasMessageStartingWith(file + ", line 3: " + problem);
    }

    @Test
    void saysAllThatIsWrongAtOnce() throws IOException {
        Path file = write("AWS_REGION=a\nAWS_REGION=b\nQUEUE_URL=x\r\n");

        assertThatThrownBy(() -> DotEnvReader.read(file))
                .hasMessage(file + ", line 2: 'AWS_REGION' is set again; line 1 sets it, too" + System.lineSeparator()
                        + file + ", line 3: it ends with a carriage return: save the file with Unix line ends");
    }

    @Test
    void refusesAByteOrderMarkAndOtherEncodings() throws IOException {
        assertThatThrownBy(() -> DotEnvReader.read(write("\uFEFFQUEUE_URL=x")))
                .hasMessageContaining("line 1: it begins with a byte order mark (BOM)");
        Path latin1 = folder.resolve("latin1");
        Files.write(latin1, "QUEUE_URL=\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> DotEnvReader.read(latin1))
                .hasMessageContainingAll("is not in UTF-8: byte 0xE9 at offset 10", ": save it as UTF-8 or ASCII");
    }

    @Test
    void keepsASecretOutOfItsMessages() throws IOException {
        Path file = write("AWS_SECRET_ACCESS_KEY = abc\nAWS_SECRET_ACCESS_KEY=a&bc\nAWS_SECRET_ACCESS_KEY: abc\n");

        assertThatThrownBy(() -> DotEnvReader.read(file))
                .hasMessageNotContaining("abc")
                .hasMessageNotContaining("a&bc");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("settings.env"), text);
    }
}
