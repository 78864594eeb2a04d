#!/bin/sh
# bench.sh BUILD_DIR - ratios of our work to the bare cost of the same work, in one run.
"$1/tools/bench" content templates || exit
echo
"$1/tools/bench_pdf" 100 1000 10000 || exit
echo
work=$(mktemp -d) || exit
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cp -R content "$work/content" || exit
rm -rf "$work/content/agreements" "$work/content/published" "$work/content/history"
mkdir -p "$work/content/agreements/2024" || exit
"$1/tools/bench_list" "$1/accord" templates "$work" 100 1000 10000
echo
"$1/accord" build --quiet --output "$work/shipped" || exit
for n in 1000 10000; do
    python3 tests/outside/search_content.py "$work/shipped/site" content "$work/$n" "$n" en \
        >/dev/null || exit
    "$1/accord" build --quiet --content "$work/$n" --output "$work/out" || exit
    python3 tests/tools/bench_search.py "$work/out/site" "$n" || exit
    rm -rf "$work/out"
done
