package dev.queuelab.consumer;

import dev.queuelab.core.history.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Both records of a message's work: answers as it is set to, and records what it is asked. */
final class FakeTables implements StatusStore, EffectService {
    private final List<String> calls = new ArrayList<>();
    private ProcessingState standing = ProcessingState.FIRST_START;
    private Optional<String> firstDigest = Optional.empty();
    private Optional<Performance> done = Optional.empty();
    private Response answer = new Response.Performed(1);

    FakeTables standing(ProcessingState known) {
        standing = known;
        return this;
    }

    /** The status table has the message with a body of this digest. */
    FakeTables firstSeenWith(String digest) {
        firstDigest = Optional.of(digest);
        return this;
    }

    /** The service has done the work already. */
    FakeTables done() {
        done = Optional.of(new Performance(Optional.empty()));
        return this;
    }

    /** The same, for a body of this digest. */
    FakeTables doneFor(String digest) {
        done = Optional.of(new Performance(Optional.of(digest)));
        return this;
    }

    /** The service finds out that it has done the work only when it is asked for it. */
    FakeTables refusing() {
        answer = new Response.Refused(done.orElse(new Performance(Optional.empty())));
        return this;
    }

    Tables asTables() {
        return new Tables(this, this);
    }

    /** What begins the work with these, where nobody else claims anything. */
    Claims asClaims() {
        return new Claims(
                this, Recorder.NONE, new FakeHeldMessages(), time -> false, () -> Instant.EPOCH, Duration.ZERO);
    }

    List<String> calls() {
        return calls;
    }

    @Override
    public Start start(String id, String digest) {
        calls.add("start " + id);
        return new Start(standing, firstDigest);
    }

    @Override
    public Optional<Performance> find(String key) {
        calls.add("look " + key);
        return done;
    }

    @Override
    public Response perform(String key, String id, String digest, boolean onlyOnce, Optional<Long> fencingToken) {
        calls.add("perform " + key + (onlyOnce ? " once" : " again and again"));
        return answer;
    }

    @Override
    public void complete(String id, Optional<Lease> lease) {
        calls.add("complete " + id);
    }
}
