#!/bin/sh
# run.sh OBJ [TEST...] - run every test of one build (OBJ is build/<kind>, the program OBJ/accord), or only these.
#
# Unit tests are the programs OBJ/tests/test_*; they speak TAP (cmocka).  The other tests are
# scripts, given OBJ, that print "ok NAME" or "not ok NAME: why" a line.  Only what fails is
# shown, and what was skipped ("ok NAME # SKIP why").  As many run side by side as there are cores (JOBS=1: one
# after the other); SLOWEST=10: the ten that took longest are named.  Closes with "N passed, N failed", and
# exits 1 when a test failed, a program crashed or one printed no result.
obj=${1:?usage: run.sh build/KIND [TEST...]}
shift
jobs=${JOBS:-$(nproc 2>/dev/null || echo 2)}
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM

# Of a build under AddressSanitizer; the table of what was suppressed would be in the way of
# tests that compare standard error.
LSAN_OPTIONS=suppressions=\"$PWD/tests/leaks.supp\":print_suppressions=0
export LSAN_OPTIONS

# All there are; those that take longest begin first, so that none of them is waited for alone.
all() {
    long="tests/browser/run.sh tests/outside/site.sh tests/outside/site_charts.sh tests/outside/data.sh"
    echo "$long" | tr ' ' '\n'
    for program in "$obj"/tests/test_*; do
        case $program in *.d | *.o) continue ;; esac
        [ -x "$program" ] && echo "$program"
    done
    for script in tests/outside/*.sh tests/golden/run.sh tests/diag/run.sh tests/spec/run.sh tests/fuzz/run.sh \
        tests/editor/run.sh; do
        case " $long " in *" $script "*) ;; *) echo "$script" ;; esac
    done
}

if [ $# -eq 0 ]; then
    all
else
    printf '%s\n' "$@"
fi >"$dir/tests"
xargs -P "$jobs" -I '{}' sh tests/tools/run_one.sh "$obj" "$dir" '{}' <"$dir/tests"

cat "$dir"/*.count >"$dir/counts" 2>/dev/null
[ -z "$SLOWEST" ] || sort -k4,4rn "$dir/counts" | head -n "$SLOWEST" | awk '{ print $4 " s  " $5 }'
wanted=$(grep -c . "$dir/tests")
awk -v wanted="$wanted" '
    { passed += $1; failed += $2; skipped += $3 }
    END {
        if (NR != wanted) { print "not ok run.sh: " NR " of " wanted " tests came to an end"; failed++ }
        print passed + 0 " passed, " failed + 0 " failed" (skipped ? ", " skipped " skipped" : "")
        exit failed > 0 || passed == 0
    }' "$dir/counts"
