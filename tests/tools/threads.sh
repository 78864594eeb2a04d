#!/bin/sh
# threads.sh OBJ - what runs in threads, under ThreadSanitizer (OBJ is a build with SANITIZE=thread): the crew, records read
# by several threads (the shipped ones: small contents are read by one), a build, and the preview.
# What it finds fails; called by make, in the top folder.
obj=${1:?usage: threads.sh build/KIND-thread}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
TSAN_OPTIONS="exitcode=66 halt_on_error=0 log_path=$work/found"
XDG_CACHE_HOME=$work/cache
CMOCKA_MESSAGE_OUTPUT=TAP
export TSAN_OPTIONS XDG_CACHE_HOME CMOCKA_MESSAGE_OUTPUT
failed=0

# run NAME COMMAND...
run() {
    name=$1
    shift
    "$@" >"$work/out" 2>&1
    status=$?
    if [ "$status" -eq 0 ] && ! ls "$work"/found.* >/dev/null 2>&1; then
        echo "ok threads: $name"
    else
        echo "not ok threads: $name: exit $status"
        cat "$work"/found.* 2>/dev/null || tail -n 20 "$work/out"
        rm -f "$work"/found.*
        failed=1
    fi
}

for test in read_side records team; do
    run "test_$test" "$obj/tests/test_$test"
done
run "reading the shipped content" "$obj/accord" check --quiet
run "building it" "$obj/accord" build --quiet --lang en --jobs 2 --output "$work/output"
run "the preview" sh tests/outside/serve.sh "$obj"
exit "$failed"
