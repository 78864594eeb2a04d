#!/bin/sh
# headers.sh TREE - each header compiles alone, under every warning; $CC and $CFLAGS are used.
status=0
for h in $(find "$1" -name '*.h' | sort); do
    case $h in *_codes.h) continue ;; esac # tables that are included with a macro
    # shellcheck disable=SC2086  # options are words
    ${CC:-cc} -std=c17 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Wpedantic -Wshadow -Wconversion \
        -Werror $CFLAGS -I"$1" -fsyntax-only -include "$h" -x c /dev/null || {
        echo "$h: does not compile alone"
        status=1
    }
done
exit $status
