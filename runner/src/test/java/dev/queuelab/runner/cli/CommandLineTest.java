package dev.queuelab.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.lab.process.Dist;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command line that is wrong is refused, with exit code 2, before anything is started. */
class CommandLineTest {
    private static final Path RUNS = Path.of("runs");

    private final StringWriter printed = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hapy                                 | 'hapy'                       | happy
                    run hapy                             | 'hapy'                       | happy
                    controls crash hapy                  | 'hapy'                       | happy
                    happy more                           | 'more'                       | --help
                    happy --nope                         | '--nope'                     | --help
                    happy --count 0                      | '--count': '0'               | at least 1
                    happy --count x                      | '--count': 'x'               | a whole number
                    happy --count                        | '--count'                    | required
                    happy --count 1 --count 2            | '--count'                    | only once
                    happy --batch-size 11                | '--batch-size': '11'         | from 1 to 10
                    happy --seed x                       | '--seed'                     | a whole number
                    happy --environment moon             | 'moon'                       | SANDBOX
                    happy --json .                       | cannot write .               | not a regular file
                    run happy --junit-xml .              | cannot write .               | not a regular file
                    run happy --json                     | '--json'                     | FILE
                    poison --poison-count 9 --count 3    | --poison-count=9             | at most --count, 3
                    dlq-redrive --poison-count 9         | --poison-count=9             | at most --count, 5
                    backlog-drain --stale 30             | --stale=30                   | fewer than --count, 30
                    out-of-order --most-delay 901        | '901' is not accepted        | from 1 to 900
                    happy-purge-timing --offsets 5,0     | has 0 after 5                | ascending numbers
                    happy --fault reply-last             | reply-last                   | reply-lost
                    happy --faults nowhere.json          | cannot read nowhere.json     | no such file
                    happy --no-gateway --fault delay     | --no-gateway                 | breaks calls
                    run                                  | expected names of scenarios  | --short
                    run happy --jobs 0                   | '0' is not accepted          | at least 1
                    controls --jobs x                    | 'x' is not accepted          | at least 1
                    conformance --jobs -1                | '-1' is not accepted         | at least 1
                    conformance --repeat 0               | '0' is not accepted          | at least 1
                    conformance --without marker         | 'marker' is not accepted     | poison-marker
                    conformance --case shutdown/nope     | 'shutdown/nope'              | shutdown/clean-exit-code
                    conformance --case clean-exit-code   | 'clean-exit-code'            | did you mean shutdown/clean-exit-code?
                    conformance --kind nope              | 'nope' is not accepted       | shutdown, visibility
                    conformance --baseline nowhere       | cannot read nowhere          | no such file
                    cases nope/nope                      | there is no case 'nope/nope' | one of acknowledgement,
                    cases --kind nope                    | 'nope' is not accepted       | shutdown, visibility
                    happy --visibility-timeout -1        | '-1' is not accepted         | from 0 to 43200
                    happy --env =x                       | '=x' is not accepted         | NAME=VALUE
                    happy --queue-url-env a-b            | 'a-b' is not accepted        | the name of a variable
                    happy --jobs 2                       | '--jobs'                     | Unknown option
                    controls --long happy                | expected names of scenarios  | not both
                    run --short happy                    | expected names of scenarios  | not both
                    run --short --all                    | --short, --all               | exclusive
                    sandbox                              | expected one of              | up, down and status
                    sandbox upp                          | 'upp'                        | sandbox up
                    sandbox up --visibility-timeout -1   | '-1' is not accepted         | from 0 to 43200
                    sandbox up --sqs-port 65536          | '65536' is not accepted      | from 0 to 65535
                    validate --environment moon          | 'moon'                       | SANDBOX
                    happy --consumer-cmd nope            | 'nope' is no program         | in a folder of PATH
                    run --short --producer-cmd 'x        | its quotes are not balanced  | --help
                    happy --set EFFECT                   | 'EFFECT' is not accepted     | expected KNOB=VALUE
                    happy --set EFECT=http               | there is no knob 'EFECT'     | reference.md
                    happy --set EFFECT=queue             | EFFECT=queue is not accepted | one of table, http
                    controls --set EFFECT_URL=http://h/  | itself sets EFFECT_URL       | --help
                    happy --set EFFECT=http --no-gateway | --no-gateway is not accepted | serves EFFECT_URL
                    happy --consumer-cmd true --effect b | 'b' is not accepted          | dynamodb:PutItem table=orders
                    conformance                          | expected --consumer-cmd=CMD  | conformance
                    conformance --consumer-cmd true --json .      | cannot write .      | not a regular file
                    conformance --consumer-cmd true --junit-xml . | cannot write .      | not a regular file
                    check nowhere                        | nowhere is not a run folder     | check
                    history nowhere                      | nowhere is not a run folder     | history
                    report nowhere                       | nowhere is not a run folder     | report
                    report --compare here there          | here is not a run folder        | report
                    report --to page.html                | --to goes with --compare     | report
                    report --run-dir here                | --run-dir goes with --suite  | report
                    report --suite --run-dir here        | here is not a folder of runs    | report
                    """, quoteCharacter = '"')
    void refuses(String arguments, String what, String accepted) {
        String output = exits(2, arguments.split(" "));

        assertThat(output).contains(what, accepted, "--help").doesNotContain("\tat ");
        assertThat(output.lines()).as("lines").hasSizeLessThanOrEqualTo(3);
        assertThat(RUNS).doesNotExist();
    }

    @Test
    void aMappingOfEffectsNeedsAConsumerAndTheGateway() {
        assertThat(exits(2, "happy", "--effect=POST /a id=$.id"))
                .contains("--effect is not accepted without --consumer-cmd");
        assertThat(exits(2, "happy", "--consumer-cmd=true", "--no-gateway", "--effect=POST /a id=$.id"))
                .contains("--no-gateway is not accepted beside --effect");
    }

    @Test
    void listsScenariosWithTheirClaims() {
        assertThat(exits(0, "--list"))
                .startsWith("Short scenarios:\n  ")
                .containsPattern("\n  crash +A consumer")
                .contains("Long scenarios:");
    }

    @Test
    void printsAScriptByWhichAShellCompletesCommands() {
        assertThat(exits(0, "generate-completion"))
                .contains("complete -F")
                .contains("conformance", "happy-purge-timing", "--junit-xml");
    }

    private String exits(int code, String... arguments) {
        PrintWriter writer = new PrintWriter(printed, true);
        CommandContext context = new CommandContext(Dist.locate(), Clock.systemUTC(), () -> 1);
        assertThat(CommandLines.create(context, writer, writer, List.of(arguments))
                        .execute(arguments))
                .as(() -> "exit code, having printed: " + printed)
                .isEqualTo(code);
        return printed.toString();
    }
}
