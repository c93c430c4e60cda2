# shellcheck shell=bash
# What the scripts share; to be sourced. Works in bash, and what set_env.sh uses of it in zsh, too.
#
# Nothing that a program prints is evaluated here. runner.jar reads .env and Terraform's JSON, and of its output only
# lines of the form NAME=value are taken, for the names below.

# The program that TERRAFORM names, else terraform, in terraform/. It must not see the variable: a wrapper of that name
# which looks at it would call itself.
queue_lab_terraform() { # ROOT ARGUMENTS...
  local root=$1
  shift
  env -u TERRAFORM "${TERRAFORM:-terraform}" -chdir="$root/terraform" "$@"
}

queue_lab_runner() { # ROOT ARGUMENTS...
  local root=$1
  shift
  if [ ! -f "$root/dist/runner.jar" ]; then
    echo "$root/dist/runner.jar is missing: make dist builds it" >&2
    return 4
  fi
  # Java itself ignores TMPDIR.
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable \
    ${TMPDIR:+"-Djava.io.tmpdir=$TMPDIR"} \
    -XX:SharedArchiveFile="$root/dist/cds/runner.jsa" -jar "$root/dist/runner.jar" "$@"
}

# Prints the settings of .env, or where there is none, of Terraform's outputs. Returns 3 if there are neither, 2 if .env
# is not understood, and 4 if runner.jar is missing.
queue_lab_settings() { # ROOT
  queue_lab_runner "$1" settings
}

queue_lab_export() { # SETTINGS, a NAME=value each line; what is none is passed over
  local line
  while IFS= read -r line; do
    if queue_lab_is_setting "$line"; then export "${line?}"; fi
  done << END
$1
END
}

queue_lab_is_setting() { # LINE
  case ${1%%=*} in
    "$1" | '' | *[!A-Z0-9_]*) return 1 ;;
    AWS_?* | QUEUE_URL | DLQ_ARN | MESSAGE_STATUS_TABLE | MESSAGE_SIDE_EFFECTS_TABLE) ;;
    WAIT_TIME_SECONDS | MAX_MESSAGES | MESSAGE_LIMIT | IDLE_TIMEOUT_SECONDS | MAX_MESSAGE_AGE_SECONDS) ;;
    CONCURRENCY | PREFETCH | BEGIN_WITHIN_SECONDS | DELETE_BATCH_SIZE) ;;
    CRASH_RATE | CRASH_AFTER_RECEIVE | CRASH_AFTER_SIDE_EFFECT | SIDE_EFFECT_DELAY_SECONDS | COMPLETION_DELAY_SECONDS) ;;
    SIDE_EFFECT_LOG_PATH | SIDE_EFFECT_LOG_FIELD | REJECT_PAYLOAD_MARKER) ;;
    VERSIONING_ENABLED | VERSION_STATE_PATH | VERSION_LOG_PATH | VERSION_KEY | ENTITY_KEY) ;;
    IDEMPOTENCY | IDEMPOTENCY_CACHE_SIZE | BUSINESS_IDEMPOTENCY_FIELD | IDENTITY | ON_CHANGED_BODY) ;;
    EXTERNAL_SERVICE | EFFECT | EFFECT_URL | EFFECT_TIMEOUT_SECONDS) ;;
    SCHEMA_VERSION | SCHEMA_READING | SCHEMA_DEFAULTS) ;;
    LEASE_SECONDS | FENCING | HEARTBEAT_SECONDS | CLOCK | CLOCK_SKEW_SECONDS) ;;
    CALL_BACKOFF_SECONDS | CALL_BACKOFF_MAX_SECONDS | CALL_TRIES | ON_RECEIVE_FAILURE) ;;
    RETRY_BACKOFF_SECONDS | RETRY_BACKOFF_MAX_SECONDS | ON_FAILED_DELETION) ;;
    ACKNOWLEDGE | BATCH_FAILURE | ON_SIGTERM | LOG_LEVEL | HISTORY_PATH | HISTORY_OMIT | PROCESS_NAME | SEED | EXIT_ON_STDIN_EOF) ;;
    *) return 1 ;;
  esac
}
