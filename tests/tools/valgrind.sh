#!/bin/sh
# valgrind.sh OBJ [TEST...] - the program and its unit tests under memcheck (OBJ is a build that is not hardened, since
# variables that hardening sets to zero would hide what was never set); called by make, in the top folder.
#
# Nothing may be read that was never set, be outside of its block, or be lost for good when a process ends; processes
# that were forked count.  Run are check, build, figures and others on a small content, and the unit
# tests of single rooms: those that make whole sites take long under memcheck.  TESTS=all: each of them.
obj=${1:?usage: valgrind.sh build/KIND-valgrind [TEST...]}
shift
command -v valgrind >/dev/null 2>&1 || {
    echo "ok valgrind # SKIP it is not installed"
    exit 0
}
root=$PWD
obj=$(cd "$obj" && pwd) || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
XDG_CACHE_HOME=$work/cache
CMOCKA_MESSAGE_OUTPUT=TAP
export XDG_CACHE_HOME CMOCKA_MESSAGE_OUTPUT
failed=0

# memcheck NAME WANTED-STATUS COMMAND...
memcheck() {
    name=$1
    want=$2
    shift 2
    rm -f "$work"/found.*
    valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite \
        --show-leak-kinds=definite --trace-children=no --child-silent-after-fork=no --num-callers=30 \
        --suppressions="$root/tests/valgrind.supp" --log-file="$work/found.%p" "$@" >"$work/out" 2>&1
    status=$?
    if [ "$status" -eq "$want" ] && ! cat "$work"/found.* 2>/dev/null | grep -q .; then
        echo "ok valgrind: $name"
    else
        echo "not ok valgrind: $name: exit $status"
        cat "$work"/found.* 2>/dev/null
        tail -n 5 "$work/out"
        failed=1
    fi
}

if [ $# -eq 0 ]; then
    cp -R tests/golden/small/content "$work/content"
    cp -R content/strings "$work/content/strings"
    cp -R templates "$work/templates"
    cd "$work" || exit 1
    memcheck "check" 0 "$obj/accord" check --templates templates
    memcheck "figures" 0 "$obj/accord" figures --json --templates templates
    memcheck "build" 0 "$obj/accord" build --templates templates --jobs 1
    memcheck "build again" 0 "$obj/accord" build --templates templates --jobs 1
    memcheck "build, side by side" 0 "$obj/accord" build --templates templates --jobs 2 --output other
    cp -R content before
    echo 'nonsense: [' >>content/partners/fund.yaml 2>/dev/null || echo 'nonsense: [' >content/partners/nonsense.yaml
    memcheck "check of what is wrong" 1 "$obj/accord" check --templates templates
    rm -rf content && cp -R before content
    memcheck "export" 0 "$obj/accord" export agreements --templates templates
    memcheck "diff" 0 "$obj/accord" diff before content --templates templates
    memcheck "strings" 0 "$obj/accord" strings export --lang es --templates templates
    cd "$root" || exit 1
    # Those that make whole sites, or thousands of contents, are left out; and that of our own malloc, which
    # memcheck puts its own in the place of.
    for test in "$obj"/tests/test_*; do
        case $test in
        *.d | *_build | *_shipped_figures | *_site | *_pdf | *_report | *_rational | *_contents | *_publish | *_memory) continue ;;
        esac
        set -- "$@" "$test"
    done
    [ "$TESTS" = all ] && set -- $(ls "$obj"/tests/test_* | grep -v '\.d$')
fi
for test in "$@"; do
    memcheck "$(basename "$test")" 0 "$test"
done
exit "$failed"
