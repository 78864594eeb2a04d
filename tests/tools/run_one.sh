#!/bin/sh
# run_one.sh OBJ DIR TEST - one test of tests/run.sh, which calls it side by side with others.
#
# TEST is a program (TAP, as cmocka prints it) or a script.  Prints what fails and what is skipped, in one piece,
# and leaves in DIR a file "PASSED FAILED SKIPPED SECONDS TEST".
obj=${1:?usage: run_one.sh OBJ DIR TEST}
dir=${2:?}
test=${3:?}
own=$dir/$(echo "$test" | tr / -)
out=$own.out
err=$own.err

run() {
    case $test in
    *.sh) sh "$test" "$obj" >"$out" 2>"$err" ;;
    *) CMOCKA_MESSAGE_OUTPUT=TAP "$test" >"$out" 2>"$err" ;;
    esac </dev/null
}

# cmocka says of a test that skips itself that it is not ok.
as_tap() {
    sed -i 's/^not ok [0-9]* # SKIP \(.*\)/ok \1 # SKIP here it cannot be tested/' "$out"
}

# The number of tests that a program said it would run: the sum of its TAP plans.
planned() {
    sed -n 's/^1\.\.\([0-9]*\).*/\1/p' "$out" | awk '{ n += $1 } END { print n + 0 }'
}

# why STATUS - what is wrong beside the tests that say so themselves.
why() {
    if [ "$1" -gt 128 ]; then
        echo "was ended by a signal (status $1)"
    elif [ "$1" -ne 0 ] && [ "$bad" -eq 0 ]; then
        echo "ended with status $1"
    elif [ $((good + bad)) -eq 0 ]; then
        echo "printed no result"
    elif grep -q '^1\.\.[0-9]' "$out" && [ $((good + bad)) -ne "$(planned)" ]; then
        echo "ended before all its tests were run"
    fi
}

tell() {
    sed -n 's/^ok \(.*\) # SKIP \(.*\)/skipped \1: \2/p' "$out"
    [ -z "$wrong" ] || echo "not ok $test: $wrong"
    if [ "$bad" -gt 0 ] || [ -n "$wrong" ]; then
        echo "--- $test"
        # what belongs to the failures: all but the good lines and the notes about them
        grep -v '^ok ' "$out" | grep -v '^1\.\.[0-9]'
        cat "$err"
    fi
}

began=$(date +%s)
run
status=$?
as_tap
left=$(grep -c '^ok .*# SKIP' "$out")
good=$(grep -c '^ok ' "$out")
bad=$(grep -c '^not ok ' "$out")
wrong=$(why "$status")
tell >"$own.told"
flock "$dir" cat "$own.told"
failed=$bad
[ -z "$wrong" ] || failed=$((failed + 1))
echo "$((good - left)) $failed $left $(($(date +%s) - began)) $test" >"$own.count"
rm -f "$out" "$err" "$own.told"
