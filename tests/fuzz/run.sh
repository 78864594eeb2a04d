#!/bin/sh
# run.sh OBJ [NAME...] - the committed corpora through their targets (OBJ is build/<kind>), without
# fuzzing: what was found once stays mended.  Prints "ok FILE" or "not ok FILE: why" a line.
obj=${1:?usage: run.sh build/KIND [NAME...]}
shift
here=$(dirname "$0")
failed=0
[ $# -gt 0 ] || set -- $(cd "$here" && ls fuzz_*.c | sed 's/^fuzz_\(.*\)\.c$/\1/')
for name in "$@"; do
    "$obj/targets/$name" "$here/corpus/$name"/* || failed=1
done
exit "$failed"
