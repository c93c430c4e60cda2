package dev.queuelab.producer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.queuelab.core.payload.Payload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageFactoryTest {
    private static List<Draft> drafts(long seed, Optional<String> run, int count) {
        return new MessageFactory(new Seeds(seed), run, PoisonPlan.every(4), Optional.empty(), Routing.NONE)
                .next(count);
    }

    private static List<Draft> drafts(long seed, int count) {
        return drafts(seed, Optional.empty(), count);
    }

    private static List<String> ids(List<Draft> drafts) {
        return drafts.stream().map(Draft::id).toList();
    }

    private static List<String> work(List<Draft> drafts) {
        return drafts.stream()
                .map(draft -> Payload.parse(draft.body()).text(Payload.WORK).orElseThrow())
                .toList();
    }

    private static JsonNode json(Draft draft) throws JsonProcessingException {
        return new JsonMapper().readTree(draft.body());
    }

    @Test
    void writesAnIdAndSomeWorkAndNothingElse() throws Exception {
        Draft draft = drafts(1, 1).get(0);

        JsonNode body = json(draft);
        assertThat(body.fieldNames()).toIterable().containsExactly("id", "work");
        assertThat(body.get("id").textValue()).isEqualTo(draft.id());
        assertThat(body.get("work").isInt()).isTrue();
    }

    @Test
    void marksPoisonInTheBodyAndOnTheDraft() throws Exception {
        List<Draft> drafts = drafts(1, 4);

        assertThat(drafts).extracting(Draft::poison).containsExactly(false, false, false, true);
        JsonNode poison = json(drafts.get(3));
        assertThat(poison.get("poison").booleanValue()).isTrue();
        assertThat(poison.get("marker").textValue()).isEqualTo("POISON");
        assertThat(drafts.get(2).body()).doesNotContainIgnoringCase("poison");
    }

    @Test
    void takesWorkFromOneToAThousand() {
        List<Integer> work =
                work(drafts(1, 20_000)).stream().map(Integer::valueOf).toList();

        assertThat(work).contains(1, 1_000).allMatch(amount -> amount >= 1 && amount <= 1_000);
    }

    @Test
    void namesMessagesByRandomUuidsThatDoNotRepeat() {
        List<String> ids = ids(drafts(1, 10_000));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.stream().map(UUID::fromString)).allMatch(id -> id.version() == 4 && id.variant() == 2);
    }

    @Test
    void writesTheSameMessagesForTheSameSeed() {
        assertThat(drafts(7, 50)).isEqualTo(drafts(7, 50));
    }

    @Test
    void writesOtherMessagesForAnotherSeed() {
        assertThat(ids(drafts(7, 50))).doesNotContainAnyElementsOf(ids(drafts(8, 50)));
        assertThat(work(drafts(7, 50))).isNotEqualTo(work(drafts(8, 50)));
    }

    @Test
    void givesAnotherRunOtherIdsForTheSameWork() throws Exception {
        List<Draft> first = drafts(7, Optional.of("run-1"), 50);
        List<Draft> second = drafts(7, Optional.of("run-2"), 50);

        assertThat(ids(first)).doesNotContainAnyElementsOf(ids(second)).doesNotContainAnyElementsOf(ids(drafts(7, 50)));
        assertThat(work(first)).isEqualTo(work(second)).isEqualTo(work(drafts(7, 50)));
        assertThat(first)
                .extracting(Draft::poison)
                .isEqualTo(second.stream().map(Draft::poison).toList());
        assertThat(json(first.get(0)).get("run").textValue()).isEqualTo("run-1");
    }

    @Test
    void keepsARunIdThatNeedsEscaping() throws Exception {
        Draft draft = drafts(7, Optional.of("a \"quoted\"\n\\run ü"), 1).get(0);

        assertThat(json(draft).get("run").textValue()).isEqualTo("a \"quoted\"\n\\run ü");
    }

    @Test
    void goesOnWhereItLeftOff() {
        MessageFactory messages =
                new MessageFactory(new Seeds(7), Optional.empty(), PoisonPlan.every(4), Optional.empty(), Routing.NONE);

        List<Draft> first = messages.next(3);
        List<Draft> rest = messages.next(7);

        assertThat(Stream.of(first, rest).flatMap(List::stream)).containsExactlyElementsOf(drafts(7, 10));
    }

    @Test
    void takesFurtherFieldsFromAFileInPlaceOfItsOwn(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("fields.jsonl"), "{\"order_id\":\"o-1\"}\n{\"id\":\"mine\",\"work\":0}\n");

        List<Draft> drafts = new MessageFactory(
                        new Seeds(1),
                        Optional.empty(),
                        PoisonPlan.NONE,
                        Optional.of(FieldsFile.read(file)),
                        new Routing(Optional.of("order_id"), Optional.empty()))
                .next(2);

        assertThat(json(drafts.get(0)).fieldNames()).toIterable().containsExactly("id", "work", "order_id");
        assertThat(drafts).extracting(Draft::group).containsExactly("o-1", "queue-lab");
        assertThat(drafts.get(1).id()).isEqualTo("mine");
        assertThat(drafts.get(1).body()).isEqualTo("{\"id\":\"mine\",\"work\":0}");
    }
}
