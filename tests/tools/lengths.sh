#!/bin/sh
# lengths.sh MAXFUNC MAXFILE FILE... - names every function and file that is too long.
maxfunc=$1 maxfile=$2
shift 2
status=0
wc -l "$@" | awk -v m="$maxfile" '
    $2 != "total" && $1 > m { print $2 ": " $1 " lines (a file has at most " m ")"; bad = 1 }
    END { exit bad }' || status=1
ctags -x --languages=C --kinds-C=f --fields=+ne --_xformat='%F:%n %{end} %N' "$@" | awk -v m="$maxfunc" '
    { split($1, p, ":"); n = $2 - p[2] + 1 }
    n > m { print $1 ": " $3 " is " n " lines (a function has at most " m ")"; bad = 1 }
    END { exit bad }' || status=1
exit $status
