#!/bin/sh
# kills.sh OBJ - builds that are killed at random moments, full disks, folders that may not be written to, two
# builds at once: what stood before stands, or the new output whole; see kills.py.
# KILLS=1000: so many kills; by default 30.
obj=${1:?usage: kills.sh build/KIND}
suite=kills
[ ! -w /dev/shm ] || TMPDIR=/dev/shm
export TMPDIR
. "$(dirname "$0")/../tools/cli.sh"

shim=$obj/faults/fault.so
if [ ! -f "$shim" ] || ! LD_PRELOAD=$shim "$accord" version >/dev/null 2>&1; then
    echo "ok kills # SKIP the shim cannot be loaded into this build"
    exit
fi
python3 "$root/tests/outside/kills.py" "$accord" "$shim" "$root" "${KILLS:-30}"
