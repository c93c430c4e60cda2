package dev.queuelab.consumer;

import java.time.Duration;

/** What can be done with a message in hand besides its work: {@link SqsQueue}, without its other calls. */
interface HeldMessages {

    /** Keeps the message invisible to others for so long from now on. */
    void hide(Delivery delivery, Duration time);

    /** Gives the message up, so that it becomes visible to others after so long. */
    void leave(Delivery delivery, Duration time);

    /**
     * The message is claimed, and its work begins.
     *
     * @param name what the status table knows it by
     */
    void claimed(Delivery delivery, String name, Lease lease);
}
