#!/bin/sh
# run.sh OBJ [SCRIPT...] - run every test of one build (OBJ is build/<kind>, the program
# OBJ/accord), or only these scripts.
#
# Unit tests are the programs OBJ/tests/test_*; they speak TAP (cmocka).  The other tests are
# scripts, given OBJ, that print "ok NAME" or "not ok NAME: why" a line.  Only what fails is
# shown, and what was skipped ("ok NAME # SKIP why").  Closes with "N passed, N failed", and
# exits 1 when a test failed, a program crashed or one printed no result.
obj=${1:?usage: run.sh build/KIND [SCRIPT...]}
shift
passed=0
failed=0
skipped=0
out=$(mktemp) || exit 1
trap 'rm -f "$out" "$out.err"' EXIT
trap 'exit 1' HUP INT TERM

# Of a build under AddressSanitizer; the table of what was suppressed would be in the way of
# tests that compare standard error.
LSAN_OPTIONS=suppressions=\"$PWD/tests/leaks.supp\":print_suppressions=0
export LSAN_OPTIONS

# The number of tests that a program said it would run: the sum of its TAP plans.
planned() {
    sed -n 's/^1\.\.\([0-9]*\).*/\1/p' "$out" | awk '{ n += $1 } END { print n + 0 }'
}

# count NAME STATUS - take the results of one program from its output.
count() {
    left=$(grep -c '^ok .*# SKIP' "$out")
    good=$(grep -c '^ok ' "$out")
    bad=$(grep -c '^not ok ' "$out")
    passed=$((passed + good - left))
    failed=$((failed + bad))
    skipped=$((skipped + left))
    sed -n 's/^ok \(.*\) # SKIP \(.*\)/skipped \1: \2/p' "$out"
    why=
    if [ "$2" -gt 128 ]; then
        why="was ended by a signal (status $2)"
    elif [ "$2" -ne 0 ] && [ "$bad" -eq 0 ]; then
        why="ended with status $2"
    elif [ $((good + bad)) -eq 0 ]; then
        why="printed no result"
    elif grep -q '^1\.\.[0-9]' "$out" && [ $((good + bad)) -ne "$(planned)" ]; then
        why="ended before all its tests were run"
    fi
    if [ -n "$why" ]; then
        failed=$((failed + 1))
        echo "not ok $1: $why"
    fi
    if [ "$bad" -gt 0 ] || [ -n "$why" ]; then
        echo "--- $1"
        # what belongs to the failures: all but the good lines and the notes about them
        grep -v '^ok ' "$out" | grep -v '^1\.\.[0-9]'
        cat "$out.err"
    fi
}

run_script() {
    sh "$1" "$obj" >"$out" 2>"$out.err"
    count "$1" $?
}

if [ $# -eq 0 ]; then
    for program in "$obj"/tests/test_*; do
        case $program in *.d | *.o) continue ;; esac
        [ -x "$program" ] || continue
        CMOCKA_MESSAGE_OUTPUT=TAP "$program" >"$out" 2>"$out.err"
        count "$program" $?
    done
    set -- tests/outside/*.sh tests/golden/run.sh tests/diag/run.sh tests/spec/run.sh tests/fuzz/run.sh \
        tests/editor/run.sh tests/browser/run.sh
fi
for script in "$@"; do
    run_script "$script"
done

[ "$skipped" -eq 0 ] && skips= || skips=", $skipped skipped"
echo "$passed passed, $failed failed$skips"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
