package dev.queuelab.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Records what is done with messages in hand. */
final class FakeHeldMessages implements HeldMessages {
    private final List<String> calls = new ArrayList<>();

    /** Such as "hide a for 2500 ms". */
    List<String> calls() {
        return calls;
    }

    @Override
    public void hide(Delivery delivery, Duration time) {
        calls.add("hide " + delivery.id() + " for " + time.toMillis() + " ms");
    }

    @Override
    public void leave(Delivery delivery, Duration time) {
        calls.add("leave " + delivery.id() + " for " + time.toMillis() + " ms");
    }

    @Override
    public void claimed(Delivery delivery, String name, Lease lease) {
        calls.add("claimed " + name + " with token " + lease.token());
    }
}
