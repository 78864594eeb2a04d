#!/bin/sh
# hardening.sh compile|link CC CFLAGS - prints, of the flags by which the compiler and linker guard the
# program, those that this compiler knows on this machine, together with CFLAGS; make asks it.
#
# What each is for, if accord has a fault that hostile content can reach:
#   fortify           sizes of objects are checked at run time in memcpy, snprintf, read ...; needs
#                     optimisation.  CFLAGS that speak of it are left alone
#   stack-protector   a value before return addresses, which an overrun changes first
#   stack-clash       a stack that grows too far hits its guard page, and not what lies behind it
#   cf-protection,    indirect jumps and returns end only where some may (x86; arm64)
#   branch-protection
#   auto-var-init     variables that are not set are zero and not what was on the stack: no memory of ours
#                     is printed, and what comes out is the same on each machine.  Where faults are
#                     looked for (sanitizers, valgrind) the program is built without it, so that it hides none
#   no-strict-overflow  the compiler does not take checks for overflow away, since none may happen
#   PIE, relro, now   the program is loaded where nobody knows; tables of addresses are read-only
#   noexecstack       what is on the stack is never run
what=$1
cc=$2
cflags=$3
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cat >"$dir/t.c" <<'END'
#include <stdio.h>
#if defined ASK_FORTIFY && (!defined __USE_FORTIFY_LEVEL || __USE_FORTIFY_LEVEL < ASK_FORTIFY)
#error "the C library does not do so much, or nothing is optimised"
#endif
int main(void) { return puts("") < 0; }
END

# known FLAG... - the compiler takes them, with CFLAGS, and says nothing about it
known() {
    # shellcheck disable=SC2086  # lists of words
    if [ "$what" = link ]; then
        $cc $cflags -fPIE "$@" -Werror -o "$dir/t" "$dir/t.c"
    else
        $cc $cflags "$@" -Werror -c -o "$dir/t.o" "$dir/t.c"
    fi 2>/dev/null
}

if [ "$what" = link ]; then
    set -- -pie -Wl,-z,relro,-z,now -Wl,-z,noexecstack
else
    set -- -fstack-protector-strong -fstack-clash-protection -ftrivial-auto-var-init=zero \
        -fno-strict-overflow -fPIE
    case $($cc -dumpmachine 2>/dev/null) in
    x86_64* | i?86*) set -- "$@" -fcf-protection ;;
    aarch64*) set -- "$@" -mbranch-protection=standard ;;
    esac
    case $cflags in
    *_FORTIFY_SOURCE*) ;;
    *) levels="3 2" ;;
    esac
fi

# All of them at once is the usual case; one by one where that fails.
if ! known "$@"; then
    n=$#
    while [ "$n" -gt 0 ]; do
        flag=$1
        shift
        if known "$flag"; then
            set -- "$@" "$flag"
        fi
        n=$((n - 1))
    done
fi
for level in $levels; do
    fortify="-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=$level"
    # shellcheck disable=SC2086  # two words
    if known $fortify -DASK_FORTIFY="$level"; then
        set -- "$@" $fortify
        break
    fi
done
echo "$*"
