#!/bin/sh
# search.sh OBJ - the search page in a real browser, from file://: queries in six languages, with
# slips, former names, Arabic and Chinese; lists of filters are those of their pages; counts are those
# of a second count; the index is small and names nothing internal.
obj=${1:?usage: search.sh build/KIND}
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -z "$browser" ]; then
    echo "ok search: a browser searches # SKIP there is no chromium"
    exit 0
fi
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

if ! "$obj/accord" build --quiet --output "$work/shipped" >"$work/log" 2>&1; then
    echo "not ok search: the build failed: $(head -n 3 "$work/log" | tr '\n' ' ')"
    exit 0
fi
# A thousand that may be named, and a hundred that may not.
python3 tests/outside/search_content.py "$work/shipped/site" content "$work/content" 1111 en,ru \
    >"$work/facts.json" || exit 1
if ! "$obj/accord" build --quiet --content "$work/content" --output "$work/random" \
    >"$work/log" 2>&1; then
    echo "not ok search: the build failed: $(head -n 3 "$work/log" | tr '\n' ' ')"
    exit 0
fi
python3 tests/outside/search_check.py "$browser" "$work/shipped/site" "$work/random/site" \
    "$work/facts.json" "$work"
