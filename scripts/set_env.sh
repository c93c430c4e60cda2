#!/usr/bin/env bash
# Points a shell at the happy path's stack: source scripts/set_env.sh
# Takes .env, or without one, Terraform's outputs. Must be sourced, by bash or zsh: what a program sets ends with it.

if [ -n "${ZSH_VERSION:-}" ]; then
  _queue_lab_script=
  case ${ZSH_EVAL_CONTEXT:-} in *:file*) eval '_queue_lab_script=${(%):-%x}' ;; esac
elif [ -n "${BASH_VERSION:-}" ] && [ "${BASH_SOURCE[0]}" != "$0" ]; then
  _queue_lab_script=${BASH_SOURCE[0]}
else
  _queue_lab_script=
fi

if [ -z "$_queue_lab_script" ]; then
  echo "set_env.sh must be sourced, or what it sets is gone with it: source scripts/set_env.sh" >&2
  # shellcheck disable=SC2317 # executed, it cannot return
  return 2 2> /dev/null || exit 2
fi

# CDPATH, or a cd that prints, must not change what this is; the shell that sources this keeps both.
_queue_lab_root=$(unset CDPATH && cd -- "$(dirname -- "$_queue_lab_script")/.." > /dev/null && pwd)
# shellcheck source=scripts/lib.sh
. "$_queue_lab_root/scripts/lib.sh"

if _queue_lab_settings=$(queue_lab_settings "$_queue_lab_root"); then
  # Of an emulator that an earlier .env told of; on AWS they would lead astray.
  unset AWS_ENDPOINT_URL_SQS AWS_ENDPOINT_URL_DYNAMODB
  [ "${AWS_ACCESS_KEY_ID:-}" != queuelab ] || unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
  eval "$_queue_lab_settings"
  echo "QUEUE_URL=$QUEUE_URL"
  _queue_lab_status=0
else
  echo "There is no .env, and Terraform has no outputs: make infra-up makes both, make sandbox-up the former" >&2
  _queue_lab_status=3
fi

unset -f queue_lab_settings queue_lab_terraform
unset _queue_lab_script _queue_lab_root _queue_lab_settings
# Returns the status, and leaves no variable of its own.
eval "unset _queue_lab_status; return $_queue_lab_status"
