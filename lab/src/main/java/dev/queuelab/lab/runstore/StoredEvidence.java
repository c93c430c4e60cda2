package dev.queuelab.lab.runstore;

import dev.queuelab.core.history.HistoryReader;
import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallReader;
import dev.queuelab.gateway.history.CallRecord;
import dev.queuelab.gateway.history.WireHistory;
import dev.queuelab.scenarios.check.Evidence;
import dev.queuelab.scenarios.check.StackSnapshot;
import dev.queuelab.scenarios.check.WireCall;
import dev.queuelab.scenarios.check.WireEvidence;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run's evidence as its folder holds it: all that checks judge, whether the run just ended or ended long ago. */
public final class StoredEvidence {
    private static final Integer OK = 200;

    private StoredEvidence() {}

    /**
     * The evidence, read to the letter: a report may leave out what it cannot read, a check may not.
     *
     * @throws dev.queuelab.core.history.HistoryException if a history cannot be read
     */
    public static Evidence read(RunFolder folder, QueueSettings queue, StackSnapshot snapshot) {
        return new Evidence(
                HistoryReader.readFolder(folder.histories()), queue, snapshot, StoredRun.files(folder), wire(folder));
    }

    private static Optional<WireEvidence> wire(RunFolder folder) {
        if (!Files.exists(folder.calls())) {
            return Optional.empty();
        }
        List<CallRecord> calls = CallReader.read(folder.calls());
        WireHistory seen = WireHistory.of(calls);
        return Optional.of(new WireEvidence(
                seen.history(),
                seen.disturbed(),
                calls.stream().map(StoredEvidence::call).toList()));
    }

    private static WireCall call(CallRecord call) {
        CallFact.Called called = call.called();
        Optional<CallFact.Replied> replied = call.replied();
        return new WireCall(
                called.process(),
                called.service().map(Service::name).orElse(""),
                called.operation(),
                Stream.concat(called.subjects().stream(), replied.stream().flatMap(reply -> reply.subjects().stream()))
                        .flatMap(subject -> subject.names().stream())
                        .collect(Collectors.toSet()),
                called.at(),
                replied.map(CallFact.Replied::at),
                replied.flatMap(CallFact.Replied::status).filter(OK::equals).isPresent(),
                replied.flatMap(CallFact.Replied::error),
                replied.map(CallFact.Replied::faults).orElse(List.of()));
    }
}
