package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.queuelab.core.history.Event;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a message holds, it is processed or rejected, said to be so, and the next one is processed. */
class OddMessagesTest {
    private static final String LONG_ID = "x".repeat(2_000);

    private final ConsumerFixture fixture = new ConsumerFixture();

    static Stream<Arguments> processed() {
        return Stream.of(
                argumentSet("cut short", "{\"id\":\"a\"", "m-1"),
                argumentSet("nested 100,000 deep", "[".repeat(100_000) + "]".repeat(100_000), "m-1"),
                argumentSet("no object", "[1,2]", "m-1"),
                argumentSet("plain text", "hello", "m-1"),
                argumentSet("binary", "\u0000\u0001\ufffd\u007f\ud83d", "m-1"),
                argumentSet("a mebibyte", "x".repeat(1024 * 1024), "m-1"),
                argumentSet("the id twice", "{\"id\":\"a\",\"id\":\"b\"}", "m-1"),
                argumentSet("a number of 5,000 digits", "{\"id\":" + "9".repeat(5_000) + "}", "m-1"),
                argumentSet("no id", "{\"work\":7}", "m-1"),
                argumentSet("the id is null", "{\"id\":null}", "m-1"),
                argumentSet("the id is a whole number", "{\"id\":7}", "7"),
                argumentSet("the id is beyond a long", "{\"id\":" + "9".repeat(30) + "}", "9".repeat(30)),
                argumentSet("the id holds a line break", "{\"id\":\"a\\nb\"}", "a\nb"),
                argumentSet("the id has 2,000 characters", "{\"id\":\"" + LONG_ID + "\"}", LONG_ID));
    }

    @ParameterizedTest
    @MethodSource
    void processed(String body, String identity) {
        fixture.queue.gives(List.of(FakeQueue.message("m-1", body))).gives("next");

        RunSummary summary = fixture.run();

        assertThat(summary.processed()).isEqualTo(2);
        assertThat(fixture.facts.all())
                .contains(new Event.EffectPerformed(identity, identity, 1), new Event.Deleted(identity, "m-1"));
    }

    static Stream<Arguments> rejected() {
        return Stream.of(
                argumentSet("a decimal id", "{\"id\":1.5}", "of type number"),
                argumentSet("an array", "{\"id\":[\"a\"]}", "of type array"),
                argumentSet("an object", "{\"id\":{\"a\":1}}", "of type object"),
                argumentSet("a boolean", "{\"id\":true}", "of type boolean"),
                argumentSet("empty", "{\"id\":\"\"}", "is empty"),
                argumentSet("2,000 characters of two bytes", "{\"id\":\"" + "ä".repeat(2_000) + "\"}", "4000 bytes"),
                argumentSet("a lone surrogate", "{\"id\":\"\\ud800\"}", "surrogate"));
    }

    @ParameterizedTest
    @MethodSource
    void rejected(String body, String why) {
        fixture.queue.gives(List.of(FakeQueue.message("m-1", body))).gives("next");

        RunSummary summary = fixture.run();

        assertThat(summary.processed()).isEqualTo(1);
        assertThat(fixture.facts.all(Event.Rejected.class)).singleElement().satisfies(fact -> {
            assertThat(fact.messageId()).isEqualTo("m-1");
            assertThat(fact.reason()).startsWith("its id ").contains(why);
        });
        assertThat(fixture.calls).contains("delete next").doesNotContain("delete m-1", "start m-1", "perform m-1");
    }
}
