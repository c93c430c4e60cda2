#!/usr/bin/env bash
# Terraform for the Makefile: infra.sh up|down|validate [arguments for terraform apply or destroy]
#
# State belongs to one place, AWS or an emulator. Applied elsewhere, Terraform would find nothing there, forget what it
# had made, and leave it behind; so that is refused.
set -euo pipefail

# CDPATH, or a cd that prints, must not change what root is.
unset CDPATH
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null && pwd)
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

endpoints_in_state() { # prints nothing on AWS, and where there is no state
  local endpoints
  endpoints=$(tf output -json endpoints 2> /dev/null) || return 0
  case $endpoints in '{'*) printf '%s' "$endpoints" ;; esac
}

# Without outputs, terraform output warns and exits with 0.
has_stacks() { tf output -json 2> /dev/null | grep -q '"queue_url"'; }

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
  local at stray
  at=$(endpoints_in_state)
  stray=$(stray_endpoint)
  if endpoints_given "$@"; then
    [ -n "$at" ] || ! has_stacks \
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
  local at
  at=$(endpoints_in_state)
  if [ -n "$at" ]; then
    set -- "-var=endpoints=$at" "$@"
  elif endpoints_given "$@" && has_stacks; then
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
