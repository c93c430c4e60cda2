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

# CDPATH, or a function named cd, must not change what this is; the shell that sources this keeps both.
_queue_lab_root=$(unset CDPATH && builtin cd -- "$(dirname -- "$_queue_lab_script")/.." > /dev/null && pwd)
# shellcheck source=scripts/lib.sh
. "$_queue_lab_root/scripts/lib.sh"

queue_lab_set_env() { # ROOT
  local settings
  settings=$(queue_lab_settings "$1") || return
  case "
$settings" in
    *"
QUEUE_URL="?*) ;;
    *)
      echo "$1/.env sets no QUEUE_URL" >&2
      return 2
      ;;
  esac
  # Of an emulator that an earlier .env named, or of another stack; they would lead astray.
  unset AWS_ENDPOINT_URL_SQS AWS_ENDPOINT_URL_DYNAMODB QUEUE_URL
  [ "${AWS_ACCESS_KEY_ID:-}" != queuelab ] || unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
  queue_lab_export "$settings"
  echo "QUEUE_URL=$QUEUE_URL"
}

_queue_lab_status=0
queue_lab_set_env "$_queue_lab_root" || _queue_lab_status=$?

unset -f queue_lab_set_env queue_lab_settings queue_lab_export queue_lab_is_setting queue_lab_runner queue_lab_terraform
unset _queue_lab_script _queue_lab_root
# Returns the status, and leaves no variable of its own.
eval "unset _queue_lab_status; return $_queue_lab_status"
