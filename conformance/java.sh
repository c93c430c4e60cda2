# Sourced by the run scripts of the adapters in Java: builds them, and starts them with an archive of the classes that they load,
# which halves the processor's time of a start. A Java that cannot use the archive starts without it.
# shellcheck shell=sh
. ../install.sh

archive=target/$(basename "$PWD").jsa
seconds_to_start=10

# become OPTION ARGUMENTS: becomes the consumer, with this option of Java.
become() {
  option=$1
  shift
  exec java "$option" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    -cp "target/$(basename "$PWD")-1.jar:target/lib/*" adapter.Consumer "$@"
}

# build: builds the adapter, and lets a consumer that finds no queue write the archive.
build() {
  ../build.sh || return 1
  rm -f "$archive"
  (
    nowhere=http://127.0.0.1:9
    export QUEUE_URL="$nowhere/000000000000/none" AWS_ENDPOINT_URL="$nowhere" AWS_ENDPOINT_URL_SQS="$nowhere" \
      AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none
    become "-XX:ArchiveClassesAtExit=$archive" > target/archive.log 2>&1 < /dev/null
  ) &
  sleep "$seconds_to_start"
  kill "$!" 2> /dev/null || true
  wait "$!" || true
}

# run ARGUMENTS: does what the run script of an adapter does.
run() {
  [ "$1" != --lock ] || exec ../build.sh --lock
  install_once build
  [ "$1" != --install ] || exit 0
  become "-XX:SharedArchiveFile=$archive" "$@"
}
