#!/bin/sh
# lint.sh [FILE.c...] - what cppcheck and clang-tidy find, in these files or in all of generator/ and tests/,
# with tests/cppcheck.supp, .clang-tidy and tests/.clang-tidy; called by make, in the top folder, with
# PKG_CFLAGS and JOBS.
#
# Prints the findings, and a line for each tool; exit 1 when one of them found something.  A tool that is not there is
# skipped, and said to be.  DEEP=1 lets clang's analyzer go through every path: that takes half
# an hour of CPU, where two minutes do else.
flags="-std=c17 -D_POSIX_C_SOURCE=200809L -Igenerator -Itests -DACCORD_DATA=\"/\" $PKG_CFLAGS"
jobs=${JOBS:-2}
out=$(mktemp) || exit 1
trap 'rm -f "$out" "$out.supp"' EXIT
trap 'exit 1' HUP INT TERM
failed=0

# here TOOL
here() {
    command -v "$1" >/dev/null 2>&1 && return 0
    echo "skipped $1: it is not installed"
    return 1
}

# told TOOL - by what it printed
told() {
    if [ -s "$out" ]; then
        cat "$out"
        echo "not ok $1: it found something"
        failed=1
    else
        echo "ok $1: $("$1" --version | grep -o '[0-9][0-9]*\.[0-9.]*' | head -n 1) finds nothing"
    fi
}

if [ $# -eq 0 ]; then
    set -- generator/*.c generator/*/*.c tests/*/*.c
fi

if here cppcheck; then
    grep -v '^#' tests/cppcheck.supp >"$out.supp"
    cppcheck --std=c11 --enable=warning,style,performance,portability --inline-suppr --quiet -j "$jobs" \
        --suppressions-list="$out.supp" --max-configs=2 --template=gcc -Igenerator -Itests \
        -D_POSIX_C_SOURCE=200809L -DACCORD_DATA='"/"' "$@" >"$out" 2>&1
    told cppcheck
fi

if here clang-tidy; then
    [ -n "$DEEP" ] && deep= || deep='-clang-analyzer-*'
    # Findings are on standard output; on standard error stands how many it left out.
    # shellcheck disable=SC2086  # lists of words
    printf '%s\n' "$@" | xargs -P "$jobs" -n 4 sh -c '
        deep=$1 flags=$2
        shift 2
        clang-tidy --quiet --checks="$deep" "$@" -- $flags 2>/dev/null || echo "clang-tidy: $* (exit $?)"
    ' tidy "$deep" "$flags" >"$out"
    told clang-tidy
fi
exit "$failed"
