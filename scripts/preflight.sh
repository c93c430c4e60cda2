#!/usr/bin/env bash
# Looks for what the laboratory needs: a line each, [ok] with the version, or what to do.
#   preflight.sh          exits with 1 if the sandbox cannot run
#   preflight.sh --aws    ... or if AWS cannot be used
set -uo pipefail

case ${1:-} in
  '') for_aws=no ;;
  --aws) for_aws=yes ;;
  *)
    echo "expected --aws or nothing, not '$1'" >&2
    exit 2
    ;;
esac

terraform=${TERRAFORM:-terraform}
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
lacking=0

ok() { echo "  [ok]  $1"; }
todo() { # NEEDED SENTENCE
  if [ "$1" = yes ]; then
    echo "  [!!]  $2"
    lacking=1
  else
    echo "  [--]  $2"
  fi
}

at_least() { # VERSION FLOOR: compares by the first two numbers
  awk -v have="$1" -v want="$2" 'BEGIN {
    split(have ".0", h, "."); split(want ".0", w, ".");
    exit !(h[1] + 0 > w[1] + 0 || (h[1] + 0 == w[1] + 0 && h[2] + 0 >= w[2] + 0))
  }'
}

tool() { # NEEDED NAME FLOOR ADVICE COMMAND...: the first number that it prints is its version
  local needed=$1 name=$2 floor=$3 advice=$4 version
  shift 4
  if ! command -v "$1" > /dev/null; then
    todo "$needed" "$name is missing: $advice"
    return
  fi
  version=$(env -u TERRAFORM "$@" 2> /dev/null | sed 's/\x1b\[[0-9;]*m//g' | grep -oE '[0-9]+(\.[0-9]+)*' | head -n 1)
  if [ -n "$version" ] && at_least "$version" "$floor"; then
    ok "$name $version"
  else
    todo "$needed" "$name is ${version:-of an unknown version}, and $floor or newer is needed: $advice"
  fi
}

credentials() {
  local said
  if ! command -v aws > /dev/null; then
    todo "$for_aws" "credentials: not known without the AWS CLI"
  elif said=$(aws sts get-caller-identity --query Arn --output text 2>&1); then
    ok "credentials of $said"
  else
    said=$(tr -s '\n' ' ' <<< "$said" | sed 's/^ *//; s/[ .]*$//')
    todo "$for_aws" "credentials: $said: log in (aws sso login, aws configure), or set AWS_PROFILE"
  fi
}

stray_endpoints() {
  local name
  for name in AWS_ENDPOINT_URL AWS_ENDPOINT_URL_SQS AWS_ENDPOINT_URL_DYNAMODB; do
    [ -z "${!name:-}" ] || todo "$for_aws" "$name is set, and calls do not go to AWS: unset $name"
  done
}

daemon() {
  if docker info > /dev/null 2>&1; then
    ok "Docker's daemon answers"
  else
    todo no "Docker's daemon does not answer: start it"
  fi
}

echo "For the sandbox, which is all that most need:"
tool yes "JDK" 17 "install one, and set JAVA_HOME to it" "$javac" -version
tool yes "Maven" 3.8 "install it (to build; what is built runs without)" mvn --version
tool yes "make" 3.81 "install it" make --version

echo "For AWS:"
tool "$for_aws" "Terraform" 1.5 "install it, or name the program in TERRAFORM" "$terraform" version
tool "$for_aws" "AWS CLI" 1.18 "install it" aws --version
credentials
stray_endpoints

echo "For LocalStack, and to make an image of the consumer:"
tool no "Docker" 23.0 "install it" docker --version
command -v docker > /dev/null && daemon

exit "$lacking"
