# Sourced by the run scripts of the adapters: installs what a lock file names into the adapter's own folder, once.
# shellcheck shell=sh

# What the installation depends on: the files of the adapter but those that describe it, and those that adapters share.
fingerprint() {
  find . ../work ../pom.xml ../build.sh ../java.sh \( -name target -o -name node_modules -o -name __pycache__ \) -prune \
    -o -type f ! -name run ! -name README.md ! -name BROKEN.md ! -name adapter.json -print | sort | xargs cat | cksum
}

# install_once COMMAND...: runs COMMAND, with its output on standard error, unless it was run for these files before.
install_once() {
  mkdir -p target
  [ "$(fingerprint)" != "$(cat target/installed 2> /dev/null)" ] || return 0
  exec 9> target/lock # two consumers may start side by side
  if command -v flock > /dev/null; then flock 9; fi
  if [ "$(fingerprint)" != "$(cat target/installed 2> /dev/null)" ]; then
    echo "Installing what $(basename "$PWD") needs (once) ..." >&2
    "$@" >&2 || { echo "cannot install $(basename "$PWD"): see above" >&2; exit 1; }
    fingerprint > target/installed
  fi
  exec 9>&-
}
