package dev.queuelab.lab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramCommandTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    sh                      | sh
                    `  sh   -c  true `      | sh;-c;true
                    sh 'two words'          | sh;two words
                    sh "two words" x        | sh;two words;x
                    sh --a='b c'            | sh;--a=b c
                    sh 'say "hello"'        | sh;say "hello"
                    /bin/sh -c $HOME        | /bin/sh;-c;$HOME
                    """)
    void isSplitAsAShellWould(String text, String words) {
        assertThat(ProgramCommand.parse(text).words()).isEqualTo(List.of(words.split(";", -1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                      | it is empty
                    `   `                   | it is empty
                    sh 'x                   | quotes are not balanced
                    no-such-program         | 'no-such-program' is no program that can be run
                    ./no-such-program       | './no-such-program' is no program that can be run
                    /tmp                    | '/tmp' is no program that can be run
                    /etc/passwd             | '/etc/passwd' is no program that can be run
                    """)
    void refusesWhatCannotBeRun(String text, String why) {
        assertThatThrownBy(() -> ProgramCommand.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void standsInThePlaceOfOurProgram() {
        Programs programs =
                new Programs(Dist.locate(), Map.of(Programs.PRODUCER, ProgramCommand.parse("sh -c 'echo \"$@\"' --")));

        assertThat(programs.isForeign(Programs.PRODUCER)).isTrue();
        assertThat(programs.isForeign(Programs.CONSUMER)).isFalse();
        assertThat(programs.command(Programs.PRODUCER, List.of("--n=1")))
                .containsExactly("sh", "-c", "echo \"$@\"", "--", "--n=1");
    }
}
