#!/bin/sh
# faults.sh OBJ - calls to the system that fail, one after the other, in commands that read and write; see
# faults.py.  By default a few of each kind, evenly apart; FAULTS=paths: at each place of the program,
# as told apart by all its callers, the first call and the last one, which takes two hours; FAULTS=all: each call (of
# memory, which all goes through one place, a thousand), which takes longer; FAULTS=20: at most so many of each kind.
# FAULT_OF="build rename": only commands, kinds and errors whose name has it.
obj=${1:?usage: faults.sh build/KIND}
suite=faults
[ ! -w /dev/shm ] || TMPDIR=/dev/shm
export TMPDIR
. "$(dirname "$0")/../tools/cli.sh"

shim=$obj/faults/fault.so
if [ ! -f "$shim" ] || ! LD_PRELOAD=$shim "$accord" version >/dev/null 2>&1; then
    echo "ok faults # SKIP the shim cannot be loaded into this build"
    exit
fi
[ "$FAULTS" != all ] || FAULTS=1000000
python3 "$root/tests/outside/faults.py" "$accord" "$shim" "$root" "${FAULTS:-1}" "$FAULT_OF"
