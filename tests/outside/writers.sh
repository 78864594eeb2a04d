#!/bin/sh
# writers.sh OBJ - commands that write into the content at the same time: each that says it wrote did, no
# change of another is lost, and nothing is left; see writers.py.  ROUNDS=60: so many rounds; by default 6.
obj=${1:?usage: writers.sh build/KIND}
suite=writers
. "$(dirname "$0")/../tools/cli.sh"
python3 "$root/tests/outside/writers.py" "$accord" "$root" "${ROUNDS:-6}"
