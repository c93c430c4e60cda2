package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.lab.runstore.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How many messages a producer sent, by its own history. */
record SentCount(int messages, int poison) {

    /** @throws StageException if it left none: then nobody knows what it sent */
    static SentCount of(RunFolder folder, String producer) {
        Path history = folder.history(producer);
        if (!Files.exists(history)) {
            throw new StageException(producer + " left no history at HISTORY_PATH, so nobody knows what it has sent");
        }
        List<Event.Sent> sent =
                HistoryReader.readFile(history).all(Event.Sent.class).toList();
        return new SentCount(
                sent.size(), (int) sent.stream().filter(Event.Sent::poison).count());
    }

    @Override
    public String toString() {
        return messages
                + (messages == 1 ? " message" : " messages")
                + (poison == 0 ? "" : ", " + poison + " of them poison");
    }
}
