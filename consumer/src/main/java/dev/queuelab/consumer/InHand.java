package dev.queuelab.consumer;

import java.util.List;

/** Which messages this process has in hand: from their receipt until they are deleted, handed back, or left. */
interface InHand {

    /** These were received just now. */
    void take(List<Delivery> deliveries);

    /**
     * The message is claimed, and its work begins.
     *
     * @param name what the status table knows it by
     */
    void claimed(Delivery delivery, String name, Lease lease);

    /** The message is not in hand any more: from the return of this on, nothing that was done for it reaches the queue. */
    void release(Delivery delivery);

    /** Nothing is done for messages in hand. */
    InHand UNATTENDED = new InHand() {
        @Override
        public void take(List<Delivery> deliveries) {}

        @Override
        public void claimed(Delivery delivery, String name, Lease lease) {}

        @Override
        public void release(Delivery delivery) {}
    };
}
