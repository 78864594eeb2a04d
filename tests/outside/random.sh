#!/bin/sh
# random.sh OBJ [FIRST [LAST]] - random content, its figures worked out a second time.
#
# For each seed: content is made, `accord figures --json` is compared with a naive computation
# of every figure, `accord build` must render it, and its lists must hold every record and sum to
# the figures.  A seed that fails keeps its folder.
obj=${1:?usage: random.sh build/KIND [FIRST [LAST]]}
seed=${2:-1}
last=${3:-20}
here=$(dirname "$0")
# In memory where that can be had: builds wait for the disk, and there are many.
work=$(mktemp -d -p /dev/shm 2>/dev/null) || work=$(mktemp -d) || exit 1

# Prints why the step failed; nothing when all went well.
run_seed() {
    dir=$work/$1
    mkdir "$dir"
    "$obj/tools/random_content" "$1" "$dir/content" $(($1 * $1 % 90 + 1)) >"$dir/facts.json" ||
        { echo "random_content failed"; return; }
    cp -r "$here/../../content/strings" "$dir/content/strings"
    "$obj/accord" figures --json --quiet --profile internal --content "$dir/content" \
        >"$dir/figures.json" 2>"$dir/figures.txt" ||
        { echo "accord figures failed"; return; }
    python3 "$here/random_check.py" "$dir/facts.json" "$dir/figures.json" >"$dir/check.txt" 2>&1 ||
        { head -n 1 "$dir/check.txt"; return; }
    "$obj/accord" build --quiet --content "$dir/content" --templates "$here/../../templates" \
        --output "$dir/output" >"$dir/build.txt" 2>&1 ||
        { echo "accord build failed"; return; }
    python3 "$here/random_check.py" "$dir/facts.json" "$dir/figures.json" \
        "$dir/output/site/en/documents/random-lists/index.html" >"$dir/check.txt" 2>&1 ||
        { head -n 1 "$dir/check.txt"; return; }
    rm -rf "$dir"
}

while [ "$seed" -le "$last" ]; do
    why=$(run_seed "$seed")
    if [ -z "$why" ]; then
        echo "ok random content $seed"
    else
        echo "not ok random content $seed: $why (see $work/$seed)"
    fi
    seed=$((seed + 1))
done
rmdir "$work" 2>/dev/null || true
