package dev.queuelab.lab.stage;

import dev.queuelab.core.history.Event;
import dev.queuelab.lab.triage.Triage;
import dev.queuelab.lab.triage.TriageGroup;
import dev.queuelab.lab.waiting.Wait;
import dev.queuelab.scenarios.check.Depth;
import dev.queuelab.scenarios.kit.FailureReason;
import dev.queuelab.scenarios.kit.Operator;
import dev.queuelab.scenarios.kit.TriageRules;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Purges and redrives by SQS's own means, and redrives a selection by ours. */
final class QueueOperator implements Operator {
    private static final Duration TO_MOVE = Duration.ofSeconds(60);
    private static final int MOVED_A_SECOND_AT_LEAST = 10;

    private final StageServices services;
    private final StackView stack;
    private Optional<MoveTask.Progress> last = Optional.empty();

    QueueOperator(StageServices services) {
        this.services = services;
        this.stack = services.stack();
    }

    @Override
    public boolean purge() {
        Optional<String> refusal = stack.purge();
        services.record(new Event.PurgeAnswered(refusal.isEmpty(), refusal.orElse("accepted")));
        services.step("purge " + refusal.map(code -> "refused: " + code).orElse("accepted"));
        return refusal.isEmpty();
    }

    /** That the task says that it ended is not enough: the dead-letter queue must be empty as well. */
    @Override
    public void redrive() {
        Depth dead = stack.deadLetterDepth();
        record(new MoveTask.Progress("STARTING", 0, dead.total(), Optional.empty()));
        MoveTask task = stack.startRedrive();
        Duration limit = TO_MOVE.plusSeconds(dead.total() / MOVED_A_SECOND_AT_LEAST);
        MoveTask.Progress end = services.await(
                Wait.atMost(limit, "the dead letters to be moved back"),
                () -> record(task.progress().outOf(dead.total())),
                MoveTask.Progress::isOver);
        if (end.failure().isPresent()) {
            throw new StageException("the dead letters were not moved back: " + end);
        }
        services.await(
                Wait.atMost(limit, "the dead-letter queue to be empty")
                        .holding(services.run().environment().settling()),
                stack::deadLetterDepth,
                depth -> depth.total() == 0);
    }

    @Override
    public void inspect(TriageRules rules) {
        services.step("the dead-letter queue holds "
                + stack.triage(rules).inspect().stream()
                        .map(TriageGroup::toString)
                        .collect(Collectors.joining("; ")));
    }

    @Override
    public void redrive(TriageRules rules, Set<FailureReason> reasons) {
        String which = reasons.stream().map(FailureReason::label).sorted().collect(Collectors.joining(", "));
        record(new MoveTask.Progress(
                "SELECTING " + which, 0, stack.deadLetterDepth().total(), Optional.empty()));
        Triage.Redriven redriven = stack.triage(rules).redrive(reasons, Triage.AS_FAST_AS_POSSIBLE);
        record(new MoveTask.Progress("COMPLETED", redriven.moved(), redriven.moved(), Optional.empty()));
        services.step("redrive: " + redriven.kept() + " stay in the dead-letter queue");
    }

    /** Records it, unless it is the same as the last one. */
    private MoveTask.Progress record(MoveTask.Progress progress) {
        if (!last.equals(Optional.of(progress))) {
            services.record(new Event.RedriveSeen(progress.status(), progress.moved(), progress.toMove()));
            services.step("redrive: " + progress);
            last = Optional.of(progress);
        }
        return progress;
    }
}
