#!/bin/sh
# hostile.sh OBJ - input made to crash, to hang, to eat memory or to reach outside: what is said of it, and that
# nothing else happens.  Each case runs with at most 2 GB of addresses and 10 seconds of CPU a process (not under
# AddressSanitizer, which wants more of both) and a minute; hostile.py makes them, and says what each has to end with.
obj=${1:?usage: hostile.sh build/KIND}
suite=hostile
. "$(dirname "$0")/../tools/cli.sh"
python3 "$root/tests/outside/hostile.py" "$accord" "$root"
