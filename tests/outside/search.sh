#!/bin/sh
# search.sh OBJ - the search page in a real browser, from file://: queries in six languages, with
# slips, former names, Arabic and Chinese; lists of filters are those of their pages; counts are those
# of a second count; the index is small and names nothing internal.
obj=${1:?usage: search.sh build/KIND}
suite=search
. "$(dirname "$0")/../tools/chromium.sh"

if ! "$accord" build --quiet --content "$root/content" --output shipped >out 2>err; then
    fail "the shipped content" "the build failed"
    exit 0
fi
# A thousand that may be named, and a hundred that may not.
python3 "$root/tests/outside/search_content.py" shipped/site "$root/content" content 1111 en,ru >facts.json || exit 1
if ! "$accord" build --quiet --output random >out 2>err; then
    fail "random content" "the build failed"
    exit 0
fi
python3 "$root/tests/outside/search_check.py" "$browser" "$work/shipped/site" "$work/random/site" facts.json "$work"
