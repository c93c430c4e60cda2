package dev.queuelab.consumer;

import java.util.ArrayList;
import java.util.List;

/** Both records of a message's work: answers as it is told and writes down what it is asked. */
final class FakeTables implements StatusStore, EffectService {
    private final List<String> calls = new ArrayList<>();
    private ProcessingState standing = ProcessingState.FIRST_START;
    private boolean done;
    private Response answer = new Response.Performed(1);

    FakeTables standing(ProcessingState known) {
        standing = known;
        return this;
    }

    /** The service has done the work already. */
    FakeTables done() {
        done = true;
        return this;
    }

    /** The service finds out that it has done the work only when it is asked for it. */
    FakeTables refusing() {
        answer = new Response.Refused();
        return this;
    }

    Tables asTables() {
        return new Tables(this, this);
    }

    List<String> calls() {
        return calls;
    }

    @Override
    public ProcessingState start(String id, String digest) {
        calls.add("start " + id);
        return standing;
    }

    @Override
    public boolean hasDone(String key) {
        calls.add("look " + key);
        return done;
    }

    @Override
    public Response perform(String key, String id, String digest, boolean onlyOnce) {
        calls.add("perform " + key + (onlyOnce ? " once" : " again and again"));
        return answer;
    }

    @Override
    public void complete(String id) {
        calls.add("complete " + id);
    }
}
