#!/bin/sh
# random.sh BUILD_DIR [FIRST [LAST]] - random content, its figures worked out a second time.
#
# For each seed: content is generated, `accord figures --json` is compared with a naive
# computation, and `accord build` must render it.  A failing seed keeps its folder.
set -u
build=$1 first=${2:-1} last=${3:-20}
accord=$build/accord
here=$(dirname "$0")
work=$(mktemp -d)
status=0

run_seed() {
    seed=$1 dir=$work/$1
    mkdir -p "$dir"
    "$build/tools/random_content" "$seed" "$dir/content" $((seed * seed % 90 + 1)) \
        >"$dir/facts.json" || return 1
    cp -r "$here/../../content/strings" "$dir/content/strings" || return 1
    "$accord" figures --json --quiet --content "$dir/content" >"$dir/figures.json" || return 1
    python3 "$here/random_check.py" "$dir/facts.json" "$dir/figures.json" || return 1
    "$accord" build --quiet --content "$dir/content" --templates "$here/../../templates" \
        --output "$dir/output" >"$dir/build.txt" || return 1
    rm -rf "$dir"
}

seed=$first
while [ "$seed" -le "$last" ]; do
    if ! run_seed "$seed"; then
        echo "random.sh: seed $seed failed; see $work/$seed" >&2
        status=1
    fi
    seed=$((seed + 1))
done
rmdir "$work" 2>/dev/null
exit $status
