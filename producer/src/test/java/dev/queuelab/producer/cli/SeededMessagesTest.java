package dev.queuelab.producer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.queuelab.core.history.Event;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which messages are sent, by the seed, the run id and the number of poison messages. */
class SeededMessagesTest {
    private final ProducerFixture producer = new ProducerFixture();

    @Test
    void doesNotChoosePoisonAtRandomAmongMessagesWithoutEnd() {
        assertThat(producer.run("--n", "0", "--poison-count", "1")).isEqualTo(2);

        assertThat(producer.err.toString()).contains("--poison-count 1", "--n 0", "--poison-every");
    }

    @Test
    void letsPoisonEveryOverridePoisonCount() {
        assertThat(producer.run("--poison-every", "3", "--poison-count", "99")).isZero();

        assertThat(poisonIndices()).containsExactly(2, 5, 8);
    }

    @Test
    void poisonsAsManyAsAskedFor() {
        producer.run("--n", "40", "--poison-count", "7");

        assertThat(poisonIndices()).hasSize(7);
    }

    @Test
    void repeatsARunByItsSeed() {
        ProducerFixture again = new ProducerFixture();

        producer.run("--n", "40", "--poison-count", "7", "--seed", "-5");
        again.run("--n", "40", "--poison-count", "7", "--seed", "-5");

        assertThat(producer.sqs.stored).isEqualTo(again.sqs.stored);
        assertThat(producer.recorded(Event.Started.class).get(0).settings()).containsEntry("--seed", "-5");
    }

    @Test
    void takesAnySeedIfNoneIsGiven() {
        ProducerFixture seeded = new ProducerFixture();

        producer.run();
        seeded.run("--seed", Long.toString(ProducerFixture.ANY_SEED));

        assertThat(producer.sqs.stored).isEqualTo(seeded.sqs.stored);
    }

    @Test
    void changesIdsAndNothingElseByTheRunId() throws Exception {
        ProducerFixture other = new ProducerFixture();

        producer.run("--seed", "5", "--poison-count", "3", "--run-id", "one");
        other.run("--seed", "5", "--poison-count", "3", "--run-id", "two");

        var json = new JsonMapper();
        for (int i = 0; i < 10; i++) {
            var mine = json.readTree(producer.sqs.stored.get(i));
            var theirs = json.readTree(other.sqs.stored.get(i));
            assertThat(mine.get("id")).isNotEqualTo(theirs.get("id"));
            assertThat(mine.get("work")).isEqualTo(theirs.get("work"));
            assertThat(mine.has("poison")).isEqualTo(theirs.has("poison"));
            assertThat(mine.get("run").textValue()).isEqualTo("one");
        }
    }

    private List<Integer> poisonIndices() {
        return IntStream.range(0, producer.sqs.stored.size())
                .filter(index -> producer.sqs.stored.get(index).contains("POISON"))
                .boxed()
                .toList();
    }
}
