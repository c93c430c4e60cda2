# shellcheck shell=bash
# What the scripts share; to be sourced. Works in bash, and what set_env.sh uses of it in zsh, too.

# The program that TERRAFORM names, else terraform, in terraform/. It must not see the variable: a wrapper of that name
# which looks at it would call itself.
queue_lab_terraform() { # ROOT ARGUMENTS...
  local root=$1
  shift
  env -u TERRAFORM "${TERRAFORM:-terraform}" -chdir="$root/terraform" "$@"
}

# Prints what .env holds; where there is none, what Terraform's outputs hold.
queue_lab_settings() { # ROOT
  if [ -f "$1/.env" ]; then
    cat "$1/.env"
    return
  fi
  local settings
  if ! settings=$(queue_lab_terraform "$1" output -raw dotenv 2> /dev/null) || [ -z "$settings" ]; then
    return 1
  fi
  case $settings in "# Written by Terraform"*) printf '%s\n' "$settings" ;; *) return 1 ;; esac
}
