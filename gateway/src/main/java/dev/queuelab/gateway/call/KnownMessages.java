package dev.queuelab.gateway.call;

import dev.queuelab.core.toolbox.Recent;
import java.util.Optional;

/** Which message a receipt handle is of: a client deletes by handle. */
final class KnownMessages {
    /** About 4 MB. An older handle is still recorded, by its digest; only the message's names are no longer added. */
    private static final int MOST = 10_000;

    private final Recent<String, Subject> byHandle = new Recent<>(MOST);

    void add(String handleDigest, Subject message) {
        byHandle.put(
                handleDigest,
                message.messageId()
                        .map(Subject.builder()::messageId)
                        .orElseGet(Subject::builder)
                        .id(message.id())
                        .build());
    }

    Optional<Subject> find(String handleDigest) {
        return byHandle.get(handleDigest);
    }
}
