package dev.queuelab.gateway.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.queuelab.gateway.call.Body;
import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Headers;
import dev.queuelab.gateway.call.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultRulesTest {
    private static final Reply.Answer ANSWER = new Reply.Answer(200, Headers.of(Map.of()), Body.of("{}"));

    private final List<String> decisions = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void aRuleIsForTheCallsThatItSelects() {
        List<Rule> rules = rules(7).option("request-lost:operations=DeleteMessage+SendMessage,process=a,resource=q")
                .all();

        assertThat(reply(rules, call("a", "SendMessage", "q", 1))).isEqualTo(Reply.none());
        assertThat(reply(rules, call("a", "DeleteMessage", "q", 1))).isEqualTo(Reply.none());
        assertThat(reply(rules, call("a", "ReceiveMessage", "q", 1))).isEqualTo(ANSWER);
        assertThat(reply(rules, call("b", "SendMessage", "q", 1))).isEqualTo(ANSWER);
        assertThat(reply(rules, call("a", "SendMessage", "other", 1))).isEqualTo(ANSWER);
    }

    @Test
    void aRuleMayBeForOneServiceAlone() {
        List<Rule> rules = rules(7).option("request-lost:service=dynamodb").all();

        assertThat(reply(rules, call("a", "SendMessage", "q", 1))).isEqualTo(ANSWER);
        assertThatThrownBy(() -> rules(7).option("request-lost:service=s3"))
                .hasMessageContaining("service is \"s3\": expected sqs, dynamodb or effects");
    }

    @Test
    void aRuleMayLetThroughWhatAnSdkRepeats() {
        List<Rule> rules = rules(7).option("request-lost:tries=first").all();

        assertThat(reply(rules, call("a", "SendMessage", "q", 1))).isEqualTo(Reply.none());
        assertThat(reply(rules, call("a", "SendMessage", "q", 2))).isEqualTo(ANSWER);
    }

    @Test
    void aNarrowedRuleStillSeesWhatItsFaultLearnsFrom() {
        List<Rule> rules =
                rules(7).option("stale-deletion:operations=DeleteMessage").all();
        Reply.Answer received = new Reply.Answer(
                200,
                Headers.of(Map.of()),
                Body.of("{\"Messages\": [{\"MessageId\": \"m\", \"ReceiptHandle\": \"HANDLE\"}]}"));
        for (String handle : List.of("old", "new")) {
            Rule.pass(
                    rules,
                    call("a", "ReceiveMessage", "q", 1),
                    new Encounter("q", List.of()),
                    forwarded -> new Reply.Answer(
                            200,
                            received.headers(),
                            Body.of(received.body().text().replace("HANDLE", handle))));
        }
        Call deletion = call("a", "DeleteMessage", "q", 1);

        Reply reply = Rule.pass(
                rules,
                deletion.withRequest(deletion.request().deepCopy().put("ReceiptHandle", "old")),
                new Encounter("q", List.of()),
                forwarded -> Reply.none());

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Answer.class, answer -> assertThat(answer.isOk()).isTrue());
    }

    @Test
    void aDoseBeginsAfterSomeAndEndsAfterSome() {
        List<Rule> rules = rules(7).option("request-lost:after=1,times=2").all();

        assertThat(List.of(1, 2, 3, 4))
                .extracting(n -> reply(rules, call("a", "SendMessage", "q", 1)))
                .containsExactly(ANSWER, Reply.none(), Reply.none(), ANSWER);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 42, -5})
    void theSameSeedAndConversationGiveTheSameDecisionsByteForByte(long seed) {
        List<String> first = decisionsOfAConversation(seed);

        for (int time = 0; time < 20; time++) {
            assertThat(decisionsOfAConversation(seed)).isEqualTo(first);
        }
        assertThat(first)
                .hasSize(200)
                .anyMatch(line -> line.endsWith("falls"))
                .anyMatch(line -> line.endsWith("passes"));
    }

    @Test
    void anotherSeedGivesOthersAndAShareIsKept() {
        assertThat(decisionsOfAConversation(1)).isNotEqualTo(decisionsOfAConversation(2));
        assertThat(decisionsOfAConversation(3).stream().filter(line -> line.endsWith("falls")))
                .hasSizeBetween(30, 90);
    }

    private List<String> decisionsOfAConversation(long seed) {
        decisions.clear();
        List<Rule> rules = rules(seed).option("request-lost:share=0.3").all();
        for (int number = 0; number < 200; number++) {
            reply(rules, call("a", "SendMessage", "queue-" + number % 20, 1));
        }
        return List.copyOf(decisions);
    }

    @Test
    void aFileHasAListOfRules() throws IOException {
        Path file = Files.writeString(folder.resolve("faults.json"), """
                [{"fault": "request-lost", "operations": ["SendMessage"]}, {"fault": "server-error", "status": 503}]
                """);

        List<Rule> rules = rules(7).file(file).all();

        assertThat(reply(rules, call("a", "SendMessage", "q", 1))).isEqualTo(Reply.none());
        assertThat(reply(rules, call("a", "ReceiveMessage", "q", 1)))
                .isInstanceOfSatisfying(
                        Reply.Answer.class,
                        answer -> assertThat(answer.status()).isEqualTo(503));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                             | expected a JSON array of rules
            [7]                                            | rule 1 is 7: expected an object
            [{"fault": "nope"}]                            | rule 1: there is no fault 'nope': expected one of
            [{"fault": "delay"}, {"fault": "delay", "x": 1}] | rule 2 (delay) has no parameter 'x': expected after, fault, millis
            [{"fault": "delay", "millis": "1"}]            | millis is "1": expected a whole number from 0 to 2147483647
            [{"fault": "delay", "millis": -1}]             | millis is -1: expected a whole number from 0
            [{"fault": "delay", "when": "never"}]          | when is "never": expected one of before, after
            [{"fault": "delay", "share": 1.5}]             | share is 1.5: expected a number from 0 to 1
            [{"fault": "delay", "times": 0}]               | times is 0: expected a whole number from 1
            [{"fault": "delay", "tries": "last"}]          | tries is "last": expected first or all
            [{"fault": "delay", "process": ""}]            | process is "": expected a name
            [{"fault": "delay", "operations": []}]         | operations is []: expected a list such as
            [{"fault": "throttled", "operations": ["X"]}]  | operations is "X": expected some of ChangeMessageVisibility
            [{"fault": "delay", "fault": "delay"}]         | is not JSON: Duplicate field 'fault'
            [                                              | is not JSON: Unexpected end-of-input
            """)
    void aRuleThatIsNotUnderstoodIsRefused(String text, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("faults.json"), text);

        assertThatThrownBy(() -> rules(7).file(file))
                .isInstanceOf(InvalidFaultException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> rules(7).file(folder.resolve("missing.json")))
                .hasMessage("cannot read " + folder.resolve("missing.json") + ": no such file or directory");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Nope          | 'Nope' is not accepted: expected NAME or NAME:PARAMETER=VALUE,...
            delay:        | 'delay:': '' is not accepted: expected PARAMETER=VALUE
            delay:millis  | 'delay:millis': 'millis' is not accepted: expected PARAMETER=VALUE
            delay:millis=x | millis is "x": expected a whole number
            """)
    void anOptionThatIsNotUnderstoodIsRefused(String text, String sentence) {
        assertThatThrownBy(() -> rules(7).option(text)).hasMessageContaining(sentence);
    }

    @Test
    void everyFaultIsDefined() {
        assertThat(Catalogue.all()).isNotEmpty();
        Catalogue.all().forEach((name, type) -> {
            Definition definition = Catalogue.definition(type);
            assertThat(name).matches("[a-z]+(-[a-z]+)*");
            assertThat(List.of(definition.claim(), definition.shows(), definition.protection()))
                    .as(name)
                    .allMatch(sentence -> sentence.endsWith("."));
            assertThat(definition.source()).as(name).isNotBlank();
            assertThat(rules(1).option(name).all()).as(name).hasSize(1);
        });
    }

    private FaultRules rules(long seed) {
        return new FaultRules(seed, new SystemTime(Clock.systemUTC()), decisions::add);
    }

    private static Reply reply(List<Rule> rules, Call call) {
        return Rule.pass(rules, call, new Encounter(call.resource(), List.of()), forwarded -> ANSWER);
    }

    private static Call call(String caller, String operation, String queue, int attempt) {
        Headers headers = Headers.of(Map.of(
                "X-Amz-Target", List.of("AmazonSQS." + operation),
                "amz-sdk-request", List.of("attempt=" + attempt + "; max=3")));
        return Call.of(1, caller, "POST", "/", headers, Body.of("{\"QueueUrl\": \"http://h/0/" + queue + "\"}"));
    }
}
