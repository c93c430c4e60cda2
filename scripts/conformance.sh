#!/usr/bin/env bash
# conformance.sh [OPTIONS]: plays every adapter in conformance/ that this build has not played yet, one after the other, then
# writes docs/conformance.md. OPTIONS go to the runner's command conformance, such as the names of scenarios.
# FORCE=1 plays all of them again; ONLY=NAME plays those whose command contains NAME.
set -euo pipefail
cd "$(dirname "$0")/.."

results=runs/conformance

runner() {
  dist/queue-lab "$@"
}

if [[ -n ${FORCE:-} ]]; then
  rm -rf "$results"
fi
mkdir -p "$results"

runner conformance-matrix --missing "$results" | while IFS=$'\t' read -r file command options; do
  if [[ $command != *"${ONLY:-}"* ]]; then
    continue
  fi
  echo "== $command"
  # The folder's first word is the program; installing is no part of the play.
  if ! "${command%% *}" --install; then
    echo "   skipped: it cannot be installed here"
    continue
  fi
  code=0
  runner conformance --environment sandbox --seed 42 --consumer-cmd "$command" --json "$file.part" \
    --run-dir "${file%.json}" ${options:+"$options"} "$@" < /dev/null > "${file%.json}.log" 2>&1 || code=$?
  tail -n 1 "${file%.json}.log"
  # 130: interrupted. What is broken or not judged is a result as well.
  if ((code == 130)); then
    exit "$code"
  fi
  mv "$file.part" "$file"
done

runner conformance-matrix "$results"
