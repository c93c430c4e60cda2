package dev.queuelab.producer.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.queuelab.core.payload.Payload;
import dev.queuelab.core.payload.SchemaVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageFactoryTest {
    private static List<OutgoingMessage> messages(long seed, Optional<String> run, int count) {
        return new MessageFactory(
                        new RandomStreams(seed),
                        run,
                        Optional.empty(),
                        PoisonPlan.every(4),
                        Optional.empty(),
                        Routing.NONE)
                .next(count);
    }

    private static List<OutgoingMessage> messages(long seed, int count) {
        return messages(seed, Optional.empty(), count);
    }

    private static List<String> ids(List<OutgoingMessage> messages) {
        return messages.stream().map(OutgoingMessage::id).toList();
    }

    private static List<String> work(List<OutgoingMessage> messages) {
        return messages.stream()
                .map(message -> Payload.parse(message.body()).text(Payload.WORK).orElseThrow())
                .toList();
    }

    private static JsonNode json(OutgoingMessage message) throws JsonProcessingException {
        return new JsonMapper().readTree(message.body());
    }

    @Test
    void writesAnIdAndSomeWorkAndNothingElse() throws Exception {
        OutgoingMessage message = messages(1, 1).get(0);

        JsonNode body = json(message);
        assertThat(body.fieldNames()).toIterable().containsExactly("id", "work");
        assertThat(body.get("id").textValue()).isEqualTo(message.id());
        assertThat(body.get("work").isInt()).isTrue();
    }

    @Test
    void marksPoisonInTheBodyAndOnTheMessage() throws Exception {
        List<OutgoingMessage> messages = messages(1, 4);

        assertThat(messages).extracting(OutgoingMessage::poison).containsExactly(false, false, false, true);
        JsonNode poison = json(messages.get(3));
        assertThat(poison.get("poison").booleanValue()).isTrue();
        assertThat(poison.get("marker").textValue()).isEqualTo("POISON");
        assertThat(messages.get(2).body()).doesNotContainIgnoringCase("poison");
    }

    @Test
    void takesWorkFromOneToAThousand() {
        List<Integer> work =
                work(messages(1, 20_000)).stream().map(Integer::valueOf).toList();

        assertThat(work).contains(1, 1_000).allMatch(amount -> amount >= 1 && amount <= 1_000);
    }

    @Test
    void namesMessagesByRandomUuidsThatDoNotRepeat() {
        List<String> ids = ids(messages(1, 10_000));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.stream().map(UUID::fromString)).allMatch(id -> id.version() == 4 && id.variant() == 2);
    }

    @Test
    void writesTheSameMessagesForTheSameSeed() {
        assertThat(messages(7, 50)).isEqualTo(messages(7, 50));
    }

    @Test
    void writesOtherMessagesForAnotherSeed() {
        assertThat(ids(messages(7, 50))).doesNotContainAnyElementsOf(ids(messages(8, 50)));
        assertThat(work(messages(7, 50))).isNotEqualTo(work(messages(8, 50)));
    }

    @Test
    void givesAnotherRunOtherIdsForTheSameWork() throws Exception {
        List<OutgoingMessage> first = messages(7, Optional.of("run-1"), 50);
        List<OutgoingMessage> second = messages(7, Optional.of("run-2"), 50);

        assertThat(ids(first))
                .doesNotContainAnyElementsOf(ids(second))
                .doesNotContainAnyElementsOf(ids(messages(7, 50)));
        assertThat(work(first)).isEqualTo(work(second)).isEqualTo(work(messages(7, 50)));
        assertThat(first)
                .extracting(OutgoingMessage::poison)
                .isEqualTo(second.stream().map(OutgoingMessage::poison).toList());
        assertThat(json(first.get(0)).get("run").textValue()).isEqualTo("run-1");
    }

    @Test
    void keepsARunIdThatNeedsEscaping() throws Exception {
        OutgoingMessage message =
                messages(7, Optional.of("a \"quoted\"\n\\run ü"), 1).get(0);

        assertThat(json(message).get("run").textValue()).isEqualTo("a \"quoted\"\n\\run ü");
    }

    @Test
    void saysByWhichSchemaItIsWritten() throws Exception {
        OutgoingMessage message = new MessageFactory(
                        new RandomStreams(7),
                        Optional.empty(),
                        Optional.of(new SchemaVersion(1, 1)),
                        PoisonPlan.NONE,
                        Optional.empty(),
                        Routing.NONE)
                .next(1)
                .get(0);

        assertThat(json(message).get("schema_version").textValue()).isEqualTo("1.1");
    }

    @Test
    void goesOnWhereItLeftOff() {
        MessageFactory messages = new MessageFactory(
                new RandomStreams(7),
                Optional.empty(),
                Optional.empty(),
                PoisonPlan.every(4),
                Optional.empty(),
                Routing.NONE);

        List<OutgoingMessage> first = messages.next(3);
        List<OutgoingMessage> rest = messages.next(7);

        assertThat(Stream.of(first, rest).flatMap(List::stream)).containsExactlyElementsOf(messages(7, 10));
    }

    @Test
    void takesFurtherFieldsFromAFileInPlaceOfItsOwn(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("fields.jsonl"), "{\"order_id\":\"o-1\"}\n{\"id\":\"mine\",\"work\":0}\n");

        List<OutgoingMessage> messages = new MessageFactory(
                        new RandomStreams(1),
                        Optional.empty(),
                        Optional.empty(),
                        PoisonPlan.NONE,
                        Optional.of(FieldsFile.read(file)),
                        new Routing(Optional.of("order_id"), Optional.empty()))
                .next(2);

        assertThat(json(messages.get(0)).fieldNames()).toIterable().containsExactly("id", "work", "order_id");
        assertThat(messages).extracting(OutgoingMessage::group).containsExactly(Optional.of("o-1"), Optional.empty());
        assertThat(messages.get(1).id()).isEqualTo("mine");
        assertThat(messages.get(1).body()).isEqualTo("{\"id\":\"mine\",\"work\":0}");
    }
}
