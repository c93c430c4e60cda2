#!/usr/bin/env bash
# Terraform for the Makefile: infra.sh up|down|validate [arguments for terraform apply or destroy]
#
# State belongs to one place, AWS or an emulator. Applied elsewhere, Terraform would find nothing there, forget what it
# had made, and leave it behind; so that is refused.
set -euo pipefail

# CDPATH, or a function named cd, must not change what root is.
unset CDPATH
root=$(builtin cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null && pwd)
# shellcheck source=scripts/lib.sh
. "$root/scripts/lib.sh"

tf() { queue_lab_terraform "$root" "$@"; }

refuse() { # SENTENCE
  echo "$1" >&2
  exit 3
}

command -v "${TERRAFORM:-terraform}" > /dev/null \
  || refuse "cannot find ${TERRAFORM:-terraform}: install Terraform 1.5 or newer, or name the program in TERRAFORM"

init() { tf init -input=false -no-color > /dev/null; }

# Sets `stacks` to yes or no, and `at` to the endpoints of the emulator that the stacks are on, if they are on one.
read_state() {
  local line state
  state=$(queue_lab_runner "$root" terraform-state) || exit 3
  at=
  stacks=
  while IFS= read -r line; do
    case $line in
      STACKS=yes | STACKS=no) stacks=${line#STACKS=} ;;
      'ENDPOINTS={"'*'"}') at=${line#ENDPOINTS=} ;;
    esac
  done <<< "$state"
  [ -n "$stacks" ] || refuse "runner.jar terraform-state did not print whether Terraform has stacks; it printed: $state"
}

endpoints_given() { # [arguments for terraform]
  [ -n "${TF_VAR_endpoints:-}" ] && return
  case "$*" in *endpoints*) return ;; esac
  grep -qs endpoints "$root"/terraform/*.tfvars "$root"/terraform/*.tfvars.json
}

stray_endpoint() { # prints the first variable by which the AWS provider would go elsewhere than to AWS
  local name
  for name in AWS_ENDPOINT_URL AWS_ENDPOINT_URL_SQS AWS_ENDPOINT_URL_DYNAMODB; do
    if [ -n "${!name:-}" ]; then
      echo "$name"
      return
    fi
  done
}

up() {
  init
  local at stacks stray
  read_state
  stray=$(stray_endpoint)
  if endpoints_given "$@"; then
    [ -n "$at" ] || [ "$stacks" = no ] \
      || refuse "Terraform's stacks are on AWS, and endpoints are given: leave them out, or make infra-down first"
  elif [ -n "$at" ]; then
    refuse "Terraform's stacks are on an emulator, $at: make infra-down first, or set TF_VAR_endpoints to it"
  elif [ -n "$stray" ]; then
    refuse "$stray is set, so that this would not go to AWS: unset it, or for an emulator set TF_VAR_endpoints"
  fi
  tf apply -input=false -auto-approve -compact-warnings "$@"
}

down() {
  init
  local at stacks
  read_state
  if [ -n "$at" ]; then
    set -- "-var=endpoints=$at" "$@"
  elif endpoints_given "$@" && [ "$stacks" = yes ]; then
    refuse "Terraform's stacks are on AWS, and endpoints are given: leave them out"
  fi
  tf destroy -input=false -auto-approve -compact-warnings "$@" || {
    [ -z "$at" ] || echo "If the emulator at $at is gone, so are the stacks: remove terraform/terraform.tfstate" >&2
    exit 1
  }
}

validate() {
  tf fmt -check -diff -recursive
  init
  tf validate
  tf test
}

case ${1:-} in
  up | down | validate) "$@" ;;
  *)
    echo "expected one of up, down and validate, not '${1:-}'" >&2
    exit 2
    ;;
esac
