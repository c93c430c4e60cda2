#!/usr/bin/env bash
# Builds the consumer's image and pushes it to Amazon ECR, tagged with the commit.
set -euo pipefail

usage() {
  cat << 'END'
Usage: build_and_push.sh [options]
  --repository NAME  ECR repository (default: sqs-demo-consumer); it must exist
  --region REGION    default: AWS_REGION
  --profile PROFILE  default: AWS_PROFILE
  --tag TAG          default: the commit, with -dirty if files differ from it
  --platform NAME    such as linux/arm64 (default: this machine's)
  --dry-run          print what would be done, and do nothing
END
}

refuse() { # CODE SENTENCE
  echo "$2" >&2
  exit "$1"
}

# CDPATH, or a function named cd, must not change what root is.
unset CDPATH
root=$(builtin cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." > /dev/null && pwd)
repository=sqs-demo-consumer
region=${AWS_REGION:-}
tag=
platform=
dry_run=no

while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) dry_run=yes ;;
    -h | --help)
      usage
      exit
      ;;
    --repository | --region | --profile | --tag | --platform)
      [ -n "${2:-}" ] || refuse 2 "$1 needs a value"
      case $1 in
        --repository) repository=$2 ;;
        --region) region=$2 ;;
        --profile) export AWS_PROFILE=$2 ;;
        --tag) tag=$2 ;;
        --platform) platform=$2 ;;
      esac
      shift
      ;;
    *) refuse 2 "Unknown option '$1': --help lists the options" ;;
  esac
  shift
done

commit() {
  local id
  id=$(git -C "$root" rev-parse --short=12 HEAD 2> /dev/null) \
    || refuse 2 "there is no commit to name the image after: give it a --tag"
  git -C "$root" diff --quiet HEAD -- || id=$id-dirty
  echo "$id"
}

[ -n "$region" ] || refuse 2 "no region: give --region, or set AWS_REGION"
[ -n "$tag" ] || tag=$(commit)
[[ $repository =~ ^[a-z0-9][a-z0-9._/-]*$ ]] \
  || refuse 2 "--repository is '$repository': expected lower-case letters, digits and . _ / -"
[[ $tag =~ ^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$ ]] \
  || refuse 2 "--tag is '$tag': expected at most 128 letters, digits and _ . -"

# A dry run asks nobody for the account, so that it works without credentials.
account='ACCOUNT'
if [ "$dry_run" = no ]; then
  # Of what it prints, the line that is an account; a warning may stand beside it.
  account=$(aws sts get-caller-identity --query Account --output text | grep -xE '[0-9]{12}') \
    || refuse 3 "the account is not known: aws sts get-caller-identity must work"
  aws ecr describe-repositories --region "$region" --repository-names "$repository" > /dev/null \
    || refuse 3 "make the repository first: aws ecr create-repository --region $region --repository-name $repository"
fi

registry=$account.dkr.ecr.$region.amazonaws.com
case $region in cn-*) registry=$registry.cn ;; esac
image=$registry/$repository:$tag

run() { # COMMAND...
  printf '+ %s\n' "$*"
  [ "$dry_run" = yes ] || "$@"
}

login() {
  echo "+ aws ecr get-login-password --region $region | docker login --username AWS --password-stdin $registry"
  [ "$dry_run" = yes ] \
    || aws ecr get-login-password --region "$region" | docker login --username AWS --password-stdin "$registry"
}

run make -C "$root" --no-print-directory dist
run docker build ${platform:+--platform "$platform"} --file "$root/consumer/Dockerfile" --tag "$image" "$root/dist"
login
run docker push "$image"
[ "$dry_run" = yes ] || echo "Pushed $image"
