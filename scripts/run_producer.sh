#!/usr/bin/env bash
# Runs the producer with the settings of .env, or without one, with those of Terraform's outputs:
#   ./scripts/run_producer.sh --n 25 --rate 5
# Flags are passed on; --queue-url, --region and --profile outrank the settings.
set -euo pipefail

# CDPATH, or a function named cd, must not change what root is.
unset CDPATH
root=$(builtin cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null && pwd)
# shellcheck source=scripts/lib.sh
. "$root/scripts/lib.sh"

for program in producer runner; do
  [ -f "$root/dist/$program.jar" ] || make -C "$root" --no-print-directory dist >&2
done

# Where there are no settings, the producer itself says what it lacks, unless flags give it all.
status=0
settings=$(queue_lab_settings "$root") || status=$?
case $status in
  0) queue_lab_export "$settings" ;;
  3) ;;
  *) exit "$status" ;;
esac

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$root/dist/producer.jar" "$@"
