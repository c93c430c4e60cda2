#!/usr/bin/env bash
# Runs the producer with the settings of .env, or without one, with those of Terraform's outputs:
#   ./scripts/run_producer.sh --n 25 --rate 5
# Flags are passed on; --queue-url, --region and --profile outrank the settings.
set -euo pipefail

# CDPATH, or a cd that prints, must not change what root is.
unset CDPATH
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null && pwd)
# shellcheck source=scripts/lib.sh
. "$root/scripts/lib.sh"

# Where there are neither, the producer itself says what it lacks.
if settings=$(queue_lab_settings "$root"); then
  set -a
  eval "$settings"
  set +a
fi

[ -f "$root/dist/producer.jar" ] || make -C "$root" --no-print-directory dist >&2

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$root/dist/producer.jar" "$@"
