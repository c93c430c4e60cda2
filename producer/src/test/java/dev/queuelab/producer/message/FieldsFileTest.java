package dev.queuelab.producer.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsFileTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("fields.jsonl"), text);
    }

    private OutgoingMessage messageWith(String line) throws IOException {
        return messagesWith(line).get(0);
    }

    private List<OutgoingMessage> messagesWith(String... lines) throws IOException {
        return new MessageFactory(
                        new RandomStreams(1),
                        Optional.empty(),
                        Optional.empty(),
                        PoisonPlan.NONE,
                        Optional.of(FieldsFile.read(file(String.join("\n", lines) + "\n"))),
                        Routing.NONE)
                .next(lines.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100.10",
                "12345678901234567.89",
                "1E400",
                "-0",
                "1e-7",
                "123456789012345678901234567890",
                "\"\\u00e9 \\/ \\uD83D\\uDE00\"",
                "[1.0,2.50,{\"price\":3.00}]",
                "{\"a\":1.10,\"b\":[]}",
                "null",
                "true",
                "\"\""
            })
    void aValueIsInTheMessageAsItWasWritten(String value) throws IOException {
        assertThat(messageWith("{\"before\":1,  \"value\" :  " + value + "  , \"after\":2}")
                        .body())
                .endsWith(",\"before\":1,\"value\":" + value + ",\"after\":2}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":1} {"b":2}     | Trailing token
            {"a":1,"a":2}       | Duplicate field 'a'
            {"o":{"a":1,"a":2}} | Duplicate field 'a'
            [1]                 | it is not a JSON object
            7                   | it is not a JSON object
            {"a":01}            | Leading zeroes not allowed
            {"a":NaN}           | NaN
            {"a":1              | Unexpected end-of-input
            ``                  | it is blank
            `   `               | it is blank
            """)
    void refusesALineThatIsNotOneObjectByItsNumber(String line, String why) throws IOException {
        Path file = file("{\"fine\":1}\n" + line + "\n{}\n");

        assertThatThrownBy(() -> FieldsFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("line 2 is not one JSON object", why);
    }

    @Test
    void refusesBytesThatAreNotUtf8ByTheLineTheyAreOn() throws IOException {
        Path file = folder.resolve("latin1.jsonl");
        Files.write(file, "{}\n{\"name\":\"Zoë\"}\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> FieldsFile.read(file)).hasMessage("line 2 is not UTF-8");
    }

    @Test
    void refusesAByteOrderMark() throws IOException {
        Path file = file("\uFEFF{}\n");

        assertThatThrownBy(() -> FieldsFile.read(file)).hasMessageContainingAll("line 1", "byte order mark", "UTF-8");
    }

    @Test
    void showsInvisibleCharactersOfARefusedLineAsEscapes() throws IOException {
        Path file = file("\u200B{}\n");

        assertThatThrownBy(() -> FieldsFile.read(file)).hasMessageEndingWith("\\u200B{}");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = file("");

        assertThatThrownBy(() -> FieldsFile.read(file)).hasMessage("the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "true", "1.5", "{}", "[\"a\"]"})
    void aMessageWhoseIdNoConsumerCanUseIsCountedUnderAnIdOfOurOwn(String id) throws IOException {
        String line = "{\"id\":" + id + "}";
        List<OutgoingMessage> messages = messagesWith(line, line);

        assertThat(messages).allSatisfy(message -> assertThat(message.body()).startsWith("{\"id\":" + id + ","));
        assertThat(messages)
                .extracting(OutgoingMessage::id)
                .doesNotHaveDuplicates()
                .allMatch(own -> own.length() == 36);
    }

    @Test
    void aWholeNumberIsAnId() throws IOException {
        assertThat(messageWith("{\"id\":42}").id()).isEqualTo("42");
    }
}
