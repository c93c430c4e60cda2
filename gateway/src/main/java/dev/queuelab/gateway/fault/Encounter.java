package dev.queuelab.gateway.fault;

import dev.queuelab.gateway.call.Subject;
import dev.queuelab.gateway.call.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One call on its way through the rules. */
public final class Encounter {
    private final String name;
    private final List<Subject> subjects;
    private final List<String> met = new ArrayList<>();

    /** A call about this queue or table, and these messages or items, that has met no rule yet. */
    public Encounter(String resource, List<Subject> subjects) {
        this.name = Stream.concat(Stream.of(resource), subjects.stream().map(Subject::name))
                .collect(Collectors.joining(" "));
        this.subjects = List.copyOf(subjects);
    }

    /** What decisions about the call are about. */
    String name() {
        return name;
    }

    /** The name of the message that the handle is of; the handle's own where the message is not known. */
    String nameOfHandle(String receiptHandle) {
        String handle = Subjects.handle(receiptHandle);
        return subjects.stream()
                .filter(subject -> subject.handle().filter(handle::equals).isPresent())
                .findFirst()
                .map(Subject::name)
                .orElse(handle);
    }

    /** The messages or items that the call is about. */
    public List<Subject> subjects() {
        return subjects;
    }

    /** Notes that the call met something of this name. */
    public void meets(String fault) {
        if (!met.contains(fault)) {
            met.add(fault);
        }
    }

    /** The names of the faults that the call has met, in order. */
    public List<String> met() {
        return List.copyOf(met);
    }
}
