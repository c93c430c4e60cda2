#!/usr/bin/env bash
# LocalStack in a container, for Terraform: localstack.sh up|down
set -euo pipefail

# The last image that starts without an account's token; frozen, so for the laboratory only.
# (Its queue URLs are left as they are by default: the AWS provider insists on that form.)
image=localstack/localstack:4.14.0
name=queue-lab-localstack
url=http://localhost:4566
seconds_to_start=120

refuse() { # SENTENCE
  echo "$1" >&2
  exit 3
}

docker info > /dev/null 2>&1 || refuse "docker does not answer: install it, or start its daemon"

health() { docker inspect --format '{{.State.Health.Status}}' "$name" 2> /dev/null || echo gone; }

up() {
  if [ "$(health)" = gone ]; then
    docker run --detach --rm --name "$name" --publish 127.0.0.1:4566:4566 \
      --env SERVICES=sqs,dynamodb "$image" > /dev/null
  fi
  local waited=0
  until [ "$(health)" = healthy ]; do
    [ "$(health)" != gone ] || refuse "LocalStack ended; docker run $image shows why"
    [ "$waited" -lt "$seconds_to_start" ] || refuse "LocalStack is $(health) after $waited s: docker logs $name shows more"
    sleep 1
    waited=$((waited + 1))
  done
  echo "LocalStack is up at $url. Terraform makes the stacks there with:"
  echo "  export TF_VAR_endpoints='{\"sqs\":\"$url\",\"dynamodb\":\"$url\"}'"
  echo "  make infra-up"
}

down() {
  if [ "$(health)" = gone ]; then
    echo "LocalStack was not up."
  else
    docker stop "$name" > /dev/null
    echo "LocalStack is down, and what was on it is gone. (make infra-down belongs before this; without, remove"
    echo "terraform/terraform.tfstate.)"
  fi
}

case ${1:-} in
  up | down) "$@" ;;
  *)
    echo "expected one of up and down, not '${1:-}'" >&2
    exit 2
    ;;
esac
