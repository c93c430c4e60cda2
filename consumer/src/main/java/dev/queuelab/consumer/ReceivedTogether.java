package dev.queuelab.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages received together, and how many of them were processed and failed. Used by many threads at once. */
final class ReceivedTogether {
    private final List<Delivery> processed = new ArrayList<>();
    private int open;
    private int failed;

    /** How a whole batch ended: the messages that were processed, in the order in which they were, and how many failed. */
    record End(List<Delivery> processed, int failed) {}

    /** @param size how many there are */
    ReceivedTogether(int size) {
        this.open = size;
    }

    /** The message was processed; returns how all ended if it was the last one. */
    synchronized Optional<End> processed(Delivery delivery) {
        processed.add(delivery);
        return ended();
    }

    /** The message failed. */
    synchronized Optional<End> failed() {
        failed++;
        return ended();
    }

    /** The message was handed back, which is no failure. */
    synchronized Optional<End> handedBack() {
        return ended();
    }

    private Optional<End> ended() {
        open--;
        return open == 0 ? Optional.of(new End(List.copyOf(processed), failed)) : Optional.empty();
    }
}
