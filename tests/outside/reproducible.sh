#!/bin/sh
# reproducible.sh OBJ - the same content gives the same bytes, wherever, whenever and by whomever it is
# built; see reproducible.py.
#
# WHOLE=1 sh tests/outside/reproducible.sh OBJ builds the shipped content for each difference, and not only
# with all of them at once; BINARIES=1 compiles the program twice, too, in two folders.
obj=${1:?usage: reproducible.sh build/KIND}
suite=reproducible
. "$(dirname "$0")/../tools/cli.sh"

# A clock that stands somewhere else, and heap that is never empty at first, for programs that are not
# built for finding faults.
"${CC:-cc}" -std=c17 -D_GNU_SOURCE -shared -fPIC -O1 -o clock.so "$root/tests/outside/other_clock.c" -ldl 2>err ||
    fail "another clock" "it does not compile"
python3 "$root/tests/outside/reproducible.py" "$accord" "$root" "${WHOLE:-}"

[ -n "$BINARIES" ] || exit 0

# The source is compiled in two folders of different lengths, and installed for the same one.
compile() {
    mkdir -p "$1" || return 1
    cp -R "$root/Makefile" "$root/README.md" "$root/CHANGELOG.md" "$root/LICENSE" "$root/generator" \
        "$root/templates" "$root/content" "$1" || return 1
    (cd "$1" && CCACHE_DISABLE=1 make install DESTDIR="$PWD/root" PREFIX=/usr CC="$(basename "$obj")") >out 2>err
}
unset MAKEFLAGS MFLAGS MAKELEVEL
if compile "$work/one" && compile "$work/another, with a longer name/deep"; then
    cmp "$work/one/root/usr/bin/accord" "$work/another, with a longer name/deep/root/usr/bin/accord" >err 2>&1 &&
        ok "the program itself, compiled in two folders" ||
        fail "the program itself, compiled in two folders" "$(cat err)"
else
    fail "the program itself, compiled in two folders" "it does not compile: $(tail -n 1 err)"
fi
