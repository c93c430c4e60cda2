package dev.queuelab.scenarios.cases;

import static dev.queuelab.scenarios.cases.ConformanceCase.application;

import dev.queuelab.scenarios.check.EffectChecks;
import dev.queuelab.scenarios.check.FencingChecks;
import dev.queuelab.scenarios.check.LeaseChecks;
import dev.queuelab.scenarios.check.LossChecks;
import java.util.List;

/** What a library's user answers for: what is done with a message, whoever receives it. */
final class ApplicationCases {
    private ApplicationCases() {}

    static List<ConformanceCase> all() {
        return List.of(
                application(
                                "idempotency/slow-work",
                                "Work that outlives the visibility timeout, and is delivered to somebody else, is done"
                                        + " once.",
                                Severity.DUPLICATE,
                                Sources.VISIBILITY)
                        .judgedIn("dup", EffectChecks.PERFORMED_ONCE),
                application(
                                "idempotency/copy-after-deletion",
                                "A copy of a message that was done and deleted is not done again.",
                                Severity.DUPLICATE,
                                Sources.STANDARD_QUEUES)
                        .judgedIn("dup-after-delete", EffectChecks.PERFORMED_ONCE),
                application(
                                "idempotency/lost-reply",
                                "A reply that is lost, to any call, does not make the work be done twice.",
                                Severity.DUPLICATE,
                                Sources.READ_TIMEOUT)
                        .judgedIn("dup-lost-reply", EffectChecks.PERFORMED_ONCE),
                application(
                                "idempotency/death-after-the-effect",
                                "A consumer that dies between the effect and its bookkeeping does not cause a second"
                                        + " effect.",
                                Severity.DUPLICATE,
                                Sources.STANDARD_QUEUES)
                        .judgedIn("dup-side-effects", EffectChecks.PERFORMED_ONCE),
                application(
                                "idempotency/death-at-any-call",
                                "A consumer that is killed before or after any of its calls does no work twice.",
                                Severity.DUPLICATE,
                                Sources.STANDARD_QUEUES)
                        .judgedIn("crash-points", EffectChecks.PERFORMED_ONCE),
                application(
                                "idempotency/dead-owners-record",
                                "A record of work in progress, whose owner has died, does not keep the message from"
                                        + " being done.",
                                Severity.LOSS,
                                Sources.IN_PROGRESS_RECORD)
                        .judgedIn("dup-side-effects", LossChecks.NOTHING_LOST, LossChecks.ALL_COMPLETED),
                application(
                                "idempotency/one-order-in-two-messages",
                                "Two messages that ask for the same work under different ids have one effect.",
                                Severity.DUPLICATE,
                                Sources.STANDARD_QUEUES)
                        .judgedIn("business", List.of("one effect for one order")),
                application(
                                "idempotency/different-work-of-one-order",
                                "Two messages that ask for different work on the same order have two effects.",
                                Severity.LOSS,
                                Sources.STANDARD_QUEUES)
                        .judgedIn("business", List.of("one effect for each action")),
                application(
                                "idempotency/redrive-with-new-message-ids",
                                "A redrive, which gives messages new MessageIds, does not repeat work that was done.",
                                Severity.DUPLICATE,
                                Sources.REDRIVE)
                        .judgedIn("dlq-redrive", EffectChecks.PERFORMED_ONCE),
                application(
                                "idempotency/lease-respected",
                                "While one consumer has claimed a message, no other begins its work.",
                                Severity.DUPLICATE,
                                Sources.IN_PROGRESS_RECORD)
                        .at(Level.HISTORY)
                        .judgedIn("dup-race", LeaseChecks.RESPECTED, EffectChecks.PERFORMED_ONCE),
                application(
                                "idempotency/dead-owners-lease",
                                "The claim of a consumer that died ends, and another takes the message over.",
                                Severity.LOSS,
                                Sources.IN_PROGRESS_RECORD)
                        .at(Level.HISTORY)
                        .judgedIn("dup-race", LeaseChecks.TAKEN_OVER),
                application(
                                "idempotency/late-effect-refused",
                                "An effect that comes after another consumer has claimed the message is refused.",
                                Severity.DUPLICATE,
                                Sources.IN_PROGRESS_RECORD)
                        .at(Level.HISTORY)
                        .judgedIn("dup-zombie", FencingChecks.LATE_EFFECT_REFUSED, EffectChecks.PERFORMED_ONCE),
                application(
                                "idempotency/late-completion-refused",
                                "A completion that comes after another consumer has claimed the message is refused.",
                                Severity.DUPLICATE,
                                Sources.IN_PROGRESS_RECORD)
                        .at(Level.HISTORY)
                        .judgedIn("dup-zombie", FencingChecks.LATE_COMPLETION_REFUSED),
                application(
                                "dead-letters/poison-has-no-effect",
                                "A message that has to be rejected has no effect.",
                                Severity.UNCLEAN,
                                Sources.DEAD_LETTER_QUEUES)
                        .judgedIn("poison", EffectChecks.POISON_NEVER_PERFORMED),
                application(
                                "dead-letters/poison-in-a-batch-has-no-effect",
                                "A message that has to be rejected has no effect where it is received together with"
                                        + " others.",
                                Severity.UNCLEAN,
                                Sources.DEAD_LETTER_QUEUES)
                        .judgedIn("poison-partial-batch", EffectChecks.POISON_NEVER_PERFORMED),
                application(
                                "dead-letters/sent-again-is-done",
                                "What is sent again from the dead-letter queue, as a new message, is done.",
                                Severity.LOSS,
                                Sources.REDRIVE)
                        .judgedIn("dlq-triage", List.of("cured done", "nothing lost")),
                application(
                                "dead-letters/what-no-fix-cures-stays",
                                "What was dead-lettered for a reason of its own stays there without an effect while"
                                        + " others are sent again.",
                                Severity.UNCLEAN,
                                Sources.REDRIVE)
                        .judgedIn("dlq-triage", List.of("the rest stayed", "the rest never done")),
                application(
                                "ordering/stale-is-dropped",
                                "What is too old at its delivery is dropped without its work.",
                                Severity.DELAY,
                                Sources.STANDARD_QUEUES)
                        .judgedIn("backlog-drain", List.of("stale never performed")),
                application(
                                "ordering/only-stale-is-dropped",
                                "What is dropped for its age has that age.",
                                Severity.LOSS,
                                Sources.STANDARD_QUEUES)
                        .at(Level.HISTORY)
                        .judgedIn("backlog-drain", List.of("only stale expired")),
                application(
                                "clocks/stale-is-dropped",
                                "What is too old is dropped by a consumer whose clock is minutes behind.",
                                Severity.DELAY,
                                Sources.RECEIVE_MESSAGE)
                        .judgedIn("clock-skew", List.of("stale dropped")),
                application(
                                "clocks/fresh-is-kept",
                                "What is not too old is done by a consumer whose clock is minutes ahead.",
                                Severity.LOSS,
                                Sources.RECEIVE_MESSAGE)
                        .at(Level.HISTORY)
                        .judgedIn("clock-skew", List.of("fresh not dropped")),
                application(
                                "clocks/leases-hold",
                                "A lease of a consumer whose clock is minutes behind keeps others out.",
                                Severity.DUPLICATE,
                                Sources.RECEIVE_MESSAGE)
                        .at(Level.HISTORY)
                        .judgedIn("clock-skew", LeaseChecks.RESPECTED, EffectChecks.PERFORMED_ONCE),
                application(
                                "ordering/older-version-not-applied",
                                "A version that arrives after a newer one is not applied.",
                                Severity.DISORDER,
                                Sources.STANDARD_QUEUES)
                        .judgedIn("version-order", List.of("only newer versions applied")),
                application(
                                "ordering/newest-version-wins",
                                "However late events arrive, every entity ends as the one with the greatest version"
                                        + " says.",
                                Severity.DISORDER,
                                Sources.STANDARD_QUEUES)
                        .judgedIn("out-of-order", List.of("right by version")),
                application(
                                "ordering/newest-timestamp-wins",
                                "However late events arrive, every entity ends as the one that occurred last says.",
                                Severity.DISORDER,
                                Sources.STANDARD_QUEUES)
                        .judgedIn("out-of-order", List.of("right by timestamp")));
    }
}
