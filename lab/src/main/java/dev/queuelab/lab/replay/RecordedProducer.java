package dev.queuelab.lab.replay;

import dev.queuelab.scenarios.check.Messages;
import dev.queuelab.scenarios.kit.ProducerSetup;
import dev.queuelab.scenarios.kit.RunningProducer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A producer that has sent. Its flags were obeyed then; what came of them is in its history. */
record RecordedProducer(RunRecord record, Supplier<String> nextName) implements ProducerSetup {

    @Override
    public ProducerSetup batchSize(int messages) {
        return this;
    }

    @Override
    public ProducerSetup poison(int messages) {
        return this;
    }

    @Override
    public ProducerSetup poisonEvery(int nth) {
        return this;
    }

    @Override
    public ProducerSetup groupBy(String field) {
        return this;
    }

    @Override
    public ProducerSetup delayBy(String field) {
        return this;
    }

    @Override
    public RunningProducer start(double messagesASecond) {
        String name = nextName.get();
        return new RunningProducer() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Messages stop() {
                return record.sentBy(name);
            }
        };
    }

    @Override
    public Messages send(List<Map<String, Object>> fields) {
        return send(fields.size());
    }

    /** For no messages no producer was started. */
    @Override
    public Messages send(int count) {
        return count == 0 ? new Messages(List.of()) : record.sentBy(nextName.get());
    }
}
