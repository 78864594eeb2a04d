#!/bin/sh
# random.sh OBJ [FIRST [LAST]] - random content, its figures worked out a second time.
#
# For each seed: content is made, `accord figures --json` is compared with a naive computation
# of every figure, `accord build` must render it, and its lists must hold every record and sum to
# the figures.  A seed that fails keeps its folder.
obj=${1:?usage: random.sh build/KIND [FIRST [LAST]]}
seed=${2:-1}
last=${3:-20}
suite=random
# In memory where that can be had: builds wait for the disk, and there are many.
[ ! -w /dev/shm ] || TMPDIR=/dev/shm
export TMPDIR
. "$(dirname "$0")/../tools/cli.sh"

# Prints why the step failed; nothing when all went well.
run_seed() {
    dir=$1
    mkdir "$dir"
    "$obj/tools/random_content" "$1" "$dir/content" $(($1 * $1 % 90 + 1)) >"$dir/facts.json" ||
        { echo "random_content failed"; return; }
    cp -r "$root/content/strings" "$dir/content/strings"
    "$accord" figures --json --quiet --profile internal --content "$dir/content" \
        >"$dir/figures.json" 2>"$dir/figures.txt" ||
        { echo "accord figures failed"; return; }
    python3 "$root/tests/outside/random_check.py" "$dir/facts.json" "$dir/figures.json" >"$dir/check.txt" 2>&1 ||
        { head -n 1 "$dir/check.txt"; return; }
    "$accord" build --quiet --content "$dir/content" --templates "$root/templates" \
        --output "$dir/output" >"$dir/build.txt" 2>&1 ||
        { echo "accord build failed"; return; }
    python3 "$root/tests/outside/random_check.py" "$dir/facts.json" "$dir/figures.json" \
        "$dir/output/site/en/documents/random-lists/index.html" >"$dir/check.txt" 2>&1 ||
        { head -n 1 "$dir/check.txt"; return; }
    rm -rf "$dir"
}

while [ "$seed" -le "$last" ]; do
    why=$(run_seed "$seed")
    if [ -z "$why" ]; then
        ok "content $seed"
    else
        kept=$(mktemp -d) && mv "$seed" "$kept"
        fail "content $seed" "$why (see $kept/$seed)"
    fi
    seed=$((seed + 1))
done
