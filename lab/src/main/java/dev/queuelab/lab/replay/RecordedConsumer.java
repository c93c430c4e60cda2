package dev.queuelab.lab.replay;

import dev.queuelab.core.knob.Knob;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.RunningConsumer;
import java.util.function.Supplier;

/** A consumer that has run; what it did is in the evidence. */
record RecordedConsumer(Supplier<String> nextName) implements ConsumerSetup {

    @Override
    public <T> ConsumerSetup with(Knob<T> knob, T value) {
        return this;
    }

    @Override
    public RunningConsumer start() {
        return new Ended(nextName.get());
    }

    private record Ended(String name) implements RunningConsumer {
        @Override
        public void awaitBegun() {}

        @Override
        public void awaitReceived() {}

        @Override
        public void awaitCrash() {}

        @Override
        public void terminate() {}

        @Override
        public void kill() {}
    }
}
