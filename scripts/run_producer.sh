#!/usr/bin/env bash
# Runs the producer with the settings of .env, if there is one: ./scripts/run_producer.sh --n 25 --rate 5
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

if [ -f "$root/.env" ]; then
  set -a
  # shellcheck source=/dev/null
  . "$root/.env"
  set +a
fi

[ -f "$root/dist/producer.jar" ] || make -C "$root" --no-print-directory dist

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$root/dist/producer.jar" "$@"
