package dev.queuelab.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackListTest {
    @Test
    void theBuiltInListIsTerraforms() {
        assertThat(StackList.builtIn()).isEqualTo(StackList.read(Path.of("..", "terraform", "scenarios.json")));
    }

    @Test
    void keepsTheOrder() {
        StackList list = parse("{\"b\": {\"fifo\": true}, \"a-1\": {\"fifo\": false}}");

        assertThat(list.stacks()).containsExactly(new StackSpec("b", true), new StackSpec("a-1", false));
    }

    @Test
    void aStackWithoutSettingsHasTheDefaults() {
        assertThat(parse("{\"a\": {}}").stacks()).containsExactly(new StackSpec("a", false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": {"fifo": false, "delay": 3}}            | the stack 'a' has an unknown field 'delay'; known: fifo
            {"a": {"fifo": null}}                         | the stack 'a' is {"fifo":null}; accepted
            {"a": []}                                     | the stack 'a' is []; accepted
            {"a": {"fifo": 1}}                            | the stack 'a' is {"fifo":1}; accepted
            {"a": "fifo"}                                 | the stack 'a' is "fifo"; accepted
            {"a": null}                                   | the stack 'a' is null; accepted
            {"A b": {"fifo": false}}                      | the stack key 'A b' is not made of
            {"-a": {"fifo": false}}                       | the stack key '-a' is not made of
            {"": {"fifo": false}}                         | the stack key '' is not made of
            {"a": {"fifo": false}, "a": {"fifo": true}}   | Duplicate
            {"a": {"fifo": false}} {}                     | not JSON at line 1
            {"a": {"fifo": false}                         | not JSON at line 1
            ["a"]                                         | the list is not an object of stack keys
            {}                                            | has no stack
            """)
    void refusesNonsense(String json, String sentence) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(InvalidStackListException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void refusesNothingAtAll() {
        assertThatThrownBy(() -> parse("")).isInstanceOf(InvalidStackListException.class);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> StackList.read(Path.of("no-such-file.json")))
                .isInstanceOf(InvalidStackListException.class)
                .hasMessageContaining("no such file");
    }

    private static StackList parse(String json) {
        return StackList.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
