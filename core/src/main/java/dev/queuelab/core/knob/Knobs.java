package dev.queuelab.core.knob;

import dev.queuelab.core.payload.SchemaVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every knob of the consumer: the consumer reads them, scenarios set them, and the documentation lists them from here. */
public final class Knobs {
    private Knobs() {}

    public static final Knob<Optional<String>> QUEUE_URL = new Knob<>(
            "QUEUE_URL",
            "",
            Kind.optional(Kind.url("the http or https URL of a queue")),
            "SQS queue URL to poll (required)");

    public static final Knob<Optional<String>> AWS_REGION = new Knob<>(
            "AWS_REGION", "", Kind.optional(Kind.region()), "Region override; the SDK's own default if unset");

    public static final Knob<Integer> WAIT_TIME_SECONDS =
            new Knob<>("WAIT_TIME_SECONDS", "10", Kind.wholeNumber(0, 20), "Long-poll wait (seconds)");

    public static final Knob<Integer> MAX_MESSAGES =
            new Knob<>("MAX_MESSAGES", "1", Kind.wholeNumber(1), "Messages per receive call (capped at 10)");

    public static final Knob<Integer> CONCURRENCY = new Knob<>(
            "CONCURRENCY",
            "1",
            Kind.wholeNumber(1, 64),
            "Messages worked on at once; those of one FIFO group, id or business key one after the other");

    public static final Knob<Integer> PREFETCH = new Knob<>(
            "PREFETCH",
            "0",
            Kind.wholeNumber(0, 1_000),
            "Messages received before they can be begun (0 = none but MAX_MESSAGES, or with CONCURRENCY while work is"
                    + " quick)");

    public static final Knob<Double> BEGIN_WITHIN_SECONDS = new Knob<>(
            "BEGIN_WITHIN_SECONDS",
            "0",
            seconds(),
            "Receive only what can be begun within this time at the recent pace, and hand back what was not, once (0 ="
                    + " no limit)");

    public static final Knob<Integer> DELETE_BATCH_SIZE = new Knob<>(
            "DELETE_BATCH_SIZE",
            "1",
            Kind.wholeNumber(1, 10),
            "Finished messages deleted in one call; they wait for others for 0.1 s at most");

    public static final Knob<Double> CRASH_RATE = new Knob<>(
            "CRASH_RATE",
            "0.0",
            Kind.decimal(0, 1, "a decimal number from 0 to 1"),
            "Probability (0-1) of a crash per message, after receiving it and before its side effect");

    public static final Knob<Boolean> CRASH_AFTER_RECEIVE = new Knob<>(
            "CRASH_AFTER_RECEIVE", "0", Kind.flag(), "If non-zero, crash after receiving and before the side effect");

    public static final Knob<Integer> IDEMPOTENCY_CACHE_SIZE = new Knob<>(
            "IDEMPOTENCY_CACHE_SIZE",
            "1000",
            Kind.wholeNumber(0),
            "Ids of completed messages kept in memory, least recently used out first (0 = none)");

    public static final Knob<Integer> MESSAGE_LIMIT =
            new Knob<>("MESSAGE_LIMIT", "0", Kind.wholeNumber(0), "Stop after processing N messages (0 = unlimited)");

    public static final Knob<Double> IDLE_TIMEOUT_SECONDS = new Knob<>(
            "IDLE_TIMEOUT_SECONDS", "0", seconds(), "Exit if no messages arrive for this many seconds (0 = never)");

    public static final Knob<String> REJECT_PAYLOAD_MARKER =
            new Knob<>("REJECT_PAYLOAD_MARKER", "", anyText(), "Reject messages whose body contains this text");

    public static final Knob<Optional<String>> MESSAGE_STATUS_TABLE = new Knob<>(
            "MESSAGE_STATUS_TABLE",
            "",
            Kind.optional(Kind.name("the name of a table")),
            "DynamoDB table of our own bookkeeping (optional)");

    public static final Knob<Optional<String>> MESSAGE_SIDE_EFFECTS_TABLE = new Knob<>(
            "MESSAGE_SIDE_EFFECTS_TABLE",
            "",
            Kind.optional(Kind.name("the name of a table")),
            "DynamoDB table that stands for the external service (optional)");

    public static final Knob<Double> SIDE_EFFECT_DELAY_SECONDS = new Knob<>(
            "SIDE_EFFECT_DELAY_SECONDS",
            "0.0",
            seconds(),
            "Delay before the side effect, as of a slow external service");

    public static final Knob<Double> COMPLETION_DELAY_SECONDS = new Knob<>(
            "COMPLETION_DELAY_SECONDS",
            "0.0",
            seconds(),
            "Delay after the side effect and before it is marked complete, as of a process that stands still");

    public static final Knob<Boolean> CRASH_AFTER_SIDE_EFFECT = new Knob<>(
            "CRASH_AFTER_SIDE_EFFECT",
            "0",
            Kind.flag(),
            "If non-zero, crash after the side effect and before it is marked complete");

    public static final Knob<Optional<Path>> SIDE_EFFECT_LOG_PATH = new Knob<>(
            "SIDE_EFFECT_LOG_PATH", "", path(), "Append a payload field as a line to this file at each side effect");

    public static final Knob<String> SIDE_EFFECT_LOG_FIELD = new Knob<>(
            "SIDE_EFFECT_LOG_FIELD", "sequence", fieldName(), "Payload field to append to SIDE_EFFECT_LOG_PATH");

    public static final Knob<Boolean> VERSIONING_ENABLED = new Knob<>(
            "VERSIONING_ENABLED",
            "0",
            Kind.flag(),
            "If non-zero, apply a message only if its version is newer; else the last to arrive stands");

    public static final Knob<Optional<Path>> VERSION_STATE_PATH = new Knob<>(
            "VERSION_STATE_PATH", "", path(), "JSON file with each entity's version (required by VERSIONING_ENABLED)");

    public static final Knob<Optional<Path>> VERSION_LOG_PATH = new Knob<>(
            "VERSION_LOG_PATH", "", path(), "File that lists applied versions (required by VERSIONING_ENABLED)");

    public static final Knob<String> VERSION_KEY =
            new Knob<>("VERSION_KEY", "version", fieldName(), "Payload field that holds the version");

    public static final Knob<String> ENTITY_KEY =
            new Knob<>("ENTITY_KEY", "entity_id", fieldName(), "Payload field that names the entity");

    public static final Knob<List<String>> BUSINESS_IDEMPOTENCY_FIELD = new Knob<>(
            "BUSINESS_IDEMPOTENCY_FIELD",
            "",
            Kind.list("the name of a payload field, or several separated by commas"),
            "Payload field that names the work, such as order_id; several with commas");

    public static final Knob<Optional<SchemaVersion>> SCHEMA_VERSION = new Knob<>(
            "SCHEMA_VERSION",
            "",
            Kind.optional(new Kind<>(SchemaVersion.ACCEPTS, SchemaVersion::parse, SchemaVersion::toString)),
            "Version of the payload's schema that this consumer reads; another major one is rejected (unset: not"
                    + " looked at)");

    public static final Knob<SchemaReading> SCHEMA_READING = new Knob<>(
            "SCHEMA_READING",
            "tolerant",
            Kind.choice(SchemaReading.class),
            "tolerant: any minor version, unknown fields ignored, SCHEMA_DEFAULTS for missing ones; strict: its own"
                    + " alone");

    public static final Knob<Map<String, String>> SCHEMA_DEFAULTS = new Knob<>(
            "SCHEMA_DEFAULTS",
            "",
            Kind.pairs("NAME=VALUE, or several separated by commas"),
            "What payload fields are where a message lacks them, such as currency=EUR");

    public static final Knob<Double> MAX_MESSAGE_AGE_SECONDS = new Knob<>(
            "MAX_MESSAGE_AGE_SECONDS",
            "0",
            Kind.decimal(0, 1_209_600, "seconds as a decimal number from 0 to 1209600"),
            "Drop messages sent longer ago than this, if their work was not done (0 = no limit)");

    public static final Knob<ClockSource> CLOCK = new Knob<>(
            "CLOCK",
            "local",
            Kind.choice(ClockSource.class),
            "What ages and leases are measured by: the local clock, or the service's, by the Date of its answers (to "
                    + ClockSource.PRECISION.toSeconds() + " s)");

    public static final Knob<Integer> CLOCK_SKEW_SECONDS = new Knob<>(
            "CLOCK_SKEW_SECONDS",
            "0",
            Kind.wholeNumber(-86_400, 86_400),
            "How far the local clock is taken to be ahead of what it shows; behind, if negative");

    public static final Knob<LogLevel> LOG_LEVEL =
            new Knob<>("LOG_LEVEL", "INFO", LogLevel.KIND, "Logging level (DEBUG, INFO, WARNING, ERROR)");

    public static final Knob<Idempotency> IDEMPOTENCY = new Knob<>(
            "IDEMPOTENCY",
            "check",
            Kind.choice(Idempotency.class),
            "check before doing; none: do it at every delivery");

    public static final Knob<IdentitySource> IDENTITY = new Knob<>(
            "IDENTITY",
            "payload",
            Kind.choice(IdentitySource.class),
            "What names a message: the id in its payload, or SQS's message-id, which a redrive changes");

    public static final Knob<OnChangedBody> ON_CHANGED_BODY = new Knob<>(
            "ON_CHANGED_BODY",
            "warn",
            Kind.choice(OnChangedBody.class),
            "A known id with another body: warn and take it for the same message, or reject it");

    public static final Knob<ExternalService> EXTERNAL_SERVICE = new Knob<>(
            "EXTERNAL_SERVICE",
            "idempotent",
            Kind.choice(ExternalService.class),
            "idempotent: refuses work it has done; naive: does it again (with EFFECT=http, by ?naive=true)");

    public static final Knob<EffectPlace> EFFECT = new Knob<>(
            "EFFECT",
            "table",
            Kind.choice(EffectPlace.class),
            "Where effects are performed: table: MESSAGE_SIDE_EFFECTS_TABLE; http: POST to EFFECT_URL");

    public static final Knob<Optional<String>> EFFECT_URL = new Knob<>(
            "EFFECT_URL",
            "",
            Kind.optional(Kind.url("the http or https URL of a service")),
            "Service that takes an Idempotency-Key (required by EFFECT=http)");

    public static final Knob<Double> EFFECT_TIMEOUT_SECONDS = new Knob<>(
            "EFFECT_TIMEOUT_SECONDS",
            "5",
            Kind.decimal(0.1, 3_600, "seconds as a decimal number from 0.1 to 3600"),
            "How long to wait for EFFECT_URL: shorter than the visibility timeout");

    public static final Knob<Double> LEASE_SECONDS = new Knob<>(
            "LEASE_SECONDS",
            "0",
            seconds(),
            "How long a message is claimed for in MESSAGE_STATUS_TABLE, so that no other consumer works on it (0 = no"
                    + " lease)");

    public static final Knob<Boolean> FENCING = new Knob<>(
            "FENCING",
            "0",
            Kind.flag(),
            "If non-zero, what a consumer does too late is refused: another has claimed its message (needs"
                    + " LEASE_SECONDS)");

    public static final Knob<Double> HEARTBEAT_SECONDS = new Knob<>(
            "HEARTBEAT_SECONDS",
            "0",
            seconds(),
            "How often to extend the visibility timeout of messages in hand, and to renew their leases (0 = never)");

    public static final Knob<Double> CALL_BACKOFF_SECONDS = new Knob<>(
            "CALL_BACKOFF_SECONDS",
            "0.2",
            seconds(),
            "Longest first pause before a failed call is made again; it doubles with each failure in a row (0 = no"
                    + " pause)");

    public static final Knob<Double> CALL_BACKOFF_MAX_SECONDS =
            new Knob<>("CALL_BACKOFF_MAX_SECONDS", "10", seconds(), "Longest pause before a failed call is made again");

    public static final Knob<Integer> CALL_TRIES = new Knob<>(
            "CALL_TRIES",
            "3",
            Kind.wholeNumber(1, 1_000),
            "Tries of a call of a table, or about a message in hand, before its message is left on the queue");

    public static final Knob<OnReceiveFailure> ON_RECEIVE_FAILURE = new Knob<>(
            "ON_RECEIVE_FAILURE",
            "retry",
            Kind.choice(OnReceiveFailure.class),
            "retry: ask for messages again; stop: ask no more, though the process lives on");

    public static final Knob<Double> RETRY_BACKOFF_SECONDS = new Knob<>(
            "RETRY_BACKOFF_SECONDS",
            "0",
            seconds(),
            "Longest time that a message whose work failed stays invisible; it doubles with each delivery (0 = its"
                    + " visibility timeout)");

    public static final Knob<Double> RETRY_BACKOFF_MAX_SECONDS = new Knob<>(
            "RETRY_BACKOFF_MAX_SECONDS", "900", seconds(), "Longest time that such a message stays invisible");

    public static final Knob<OnFailedDeletion> ON_FAILED_DELETION = new Knob<>(
            "ON_FAILED_DELETION",
            "repeat",
            Kind.choice(OnFailedDeletion.class),
            "An entry of a batch deletion that failed: repeat it, or ignore it, also when its message comes again");

    public static final Knob<Acknowledge> ACKNOWLEDGE = new Knob<>(
            "ACKNOWLEDGE",
            "after",
            Kind.choice(Acknowledge.class),
            "Delete a message after its work, before it, always (even if it failed), or never");

    public static final Knob<BatchFailure> BATCH_FAILURE = new Knob<>(
            "BATCH_FAILURE",
            "each",
            Kind.choice(BatchFailure.class),
            "each: a failed message stays alone; group: those after it in its FIFO group, too; all: its whole batch");

    public static final Knob<OnSigterm> ON_SIGTERM =
            new Knob<>("ON_SIGTERM", "finish", Kind.choice(OnSigterm.class), "Finish the work in hand, or abandon it");

    public static final Knob<Optional<Path>> HISTORY_PATH =
            new Knob<>("HISTORY_PATH", "", path(), "New file for the event history, one JSON line a fact");

    public static final Knob<HistoryOmission> HISTORY_OMIT = new Knob<>(
            "HISTORY_OMIT",
            "none",
            Kind.choice(HistoryOmission.class),
            "Omit one kind of event from the history, so that the history is false");

    public static final Knob<String> PROCESS_NAME =
            new Knob<>("PROCESS_NAME", "consumer", Kind.name("a name"), "This process's name in its history");

    public static final Knob<Optional<Long>> SEED = new Knob<>(
            "SEED",
            "",
            Kind.optional(Kind.anyWholeNumber()),
            "Seed of the random choices of CRASH_RATE; unset: a different one each time");

    public static final Knob<Boolean> EXIT_ON_STDIN_EOF = new Knob<>(
            "EXIT_ON_STDIN_EOF",
            "0",
            Kind.flag(),
            "If non-zero, end at once when standard input ends, with the parent");

    public static final List<Knob<?>> ALL = List.of(
            QUEUE_URL,
            AWS_REGION,
            WAIT_TIME_SECONDS,
            MAX_MESSAGES,
            CONCURRENCY,
            PREFETCH,
            BEGIN_WITHIN_SECONDS,
            DELETE_BATCH_SIZE,
            CRASH_RATE,
            CRASH_AFTER_RECEIVE,
            IDEMPOTENCY_CACHE_SIZE,
            MESSAGE_LIMIT,
            IDLE_TIMEOUT_SECONDS,
            REJECT_PAYLOAD_MARKER,
            MESSAGE_STATUS_TABLE,
            MESSAGE_SIDE_EFFECTS_TABLE,
            SIDE_EFFECT_DELAY_SECONDS,
            COMPLETION_DELAY_SECONDS,
            CRASH_AFTER_SIDE_EFFECT,
            SIDE_EFFECT_LOG_PATH,
            SIDE_EFFECT_LOG_FIELD,
            VERSIONING_ENABLED,
            VERSION_STATE_PATH,
            VERSION_LOG_PATH,
            VERSION_KEY,
            ENTITY_KEY,
            BUSINESS_IDEMPOTENCY_FIELD,
            SCHEMA_VERSION,
            SCHEMA_READING,
            SCHEMA_DEFAULTS,
            MAX_MESSAGE_AGE_SECONDS,
            CLOCK,
            CLOCK_SKEW_SECONDS,
            LOG_LEVEL,
            IDEMPOTENCY,
            IDENTITY,
            ON_CHANGED_BODY,
            EXTERNAL_SERVICE,
            EFFECT,
            EFFECT_URL,
            EFFECT_TIMEOUT_SECONDS,
            LEASE_SECONDS,
            FENCING,
            HEARTBEAT_SECONDS,
            CALL_BACKOFF_SECONDS,
            CALL_BACKOFF_MAX_SECONDS,
            CALL_TRIES,
            ON_RECEIVE_FAILURE,
            RETRY_BACKOFF_SECONDS,
            RETRY_BACKOFF_MAX_SECONDS,
            ON_FAILED_DELETION,
            ACKNOWLEDGE,
            BATCH_FAILURE,
            ON_SIGTERM,
            HISTORY_PATH,
            HISTORY_OMIT,
            PROCESS_NAME,
            SEED,
            EXIT_ON_STDIN_EOF);

    private static Kind<Double> seconds() {
        return Kind.decimal(0, 43_200, "seconds as a decimal number from 0 to 43200");
    }

    private static Kind<String> anyText() {
        return Kind.text("any text");
    }

    private static Kind<Optional<Path>> path() {
        return Kind.optional(Kind.path());
    }

    private static Kind<String> fieldName() {
        return Kind.name("the name of a payload field");
    }
}
