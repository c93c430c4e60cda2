#!/bin/sh
# build.sh [--lock]: builds the Maven project in this folder, and makes sure that it resolves to what dependencies.lock has.
set -e
mvn -B -ntp -q package
sed -n 's/^ *\([^ ]*:[^ ]*:jar:[^ ]*\).*/\1/p' target/dependencies.txt | sort > target/resolved
if [ "$1" = --lock ]; then
  cp target/resolved dependencies.lock
fi
diff dependencies.lock target/resolved || { echo "dependencies are not those of dependencies.lock" >&2; exit 1; }
