#!/bin/sh
# leak.sh OBJ - what is internal is in no file of a public build, is named by no command that is asked as
# public, and is marked in an internal build.
obj=${1:?usage: leak.sh build/KIND}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
here=tests/outside/leak.py
langs=en,es

# say NAME FILE - good when the file is empty.
say() {
    if [ -s "$2" ]; then
        echo "not ok $1: $(head -n 5 "$2" | tr '\n' ';')"
    else
        echo "ok $1"
    fi
}

cp -R content "$work/content"
python3 "$here" make "$work/content" >"$work/markers"
build() {
    "$obj/accord" build --quiet --content "$work/content" --lang "$langs" "$@" >"$work/log" 2>&1
}

if build --output "$work/public"; then
    python3 "$here" search "$work/public" <"$work/markers" >"$work/found" 2>&1
    say "leak: nothing internal is in a public build" "$work/found"
else
    echo "not ok leak: the public build failed: $(head -n 1 "$work/log")"
fi

python3 "$here" ask "$obj/accord" "$work/content" "$work/asked" <"$work/markers" >"$work/found" 2>&1
say "leak: nothing internal is named to who asks as public" "$work/found"

# The search finds what is there.
if build --profile internal --output "$work/internal"; then
    python3 "$here" search "$work/internal" <"$work/markers" | sed 's/.*: //' | sort -u >"$work/seen"
    for word in Zorquil Huxwelt zz-2024-117 71,113.37 818283.94 Grimbatul Yendrimol 431,779.23 targets/2026; do
        grep -qxF "$word" "$work/seen" || echo "$word"
    done >"$work/missed"
    say "leak: an internal build names all" "$work/missed"
    python3 "$here" marked "$work/internal" >"$work/unmarked" 2>&1
    say "leak: all of an internal build is marked" "$work/unmarked"
else
    echo "not ok leak: the internal build failed: $(head -n 1 "$work/log")"
fi

# refused NAME STATUS WORDS - what the last build did.
refused() {
    if [ "$status" -eq "$2" ] && grep -qF -e "$3" "$work/log"; then
        echo "ok leak: $1"
    else
        echo "not ok leak: $1: status $status: $(head -n 1 "$work/log")"
    fi
}
build --profile internal
status=$?
refused "an internal build wants a folder" 2 "--output DIR"
build --profile internal --output "$work/public"
status=$?
refused "an internal build refuses the folder of a public one" 2 "holds a public build"
build --profile internal --output "$work/public/site/inside"
status=$?
refused "an internal build refuses a folder in a public one" 2 "holds a public build"
build --output "$work/internal"
status=$?
refused "a public build refuses the folder of an internal one" 2 "holds an internal build"

# One that stands alone in a figure stops the build, and what was there stays.
sed -i 's/^regions: .*/regions: [ARB]/' "$work/content/agreements/2024/zz-2024-117.yaml"
before=$(find "$work/public" -type f -exec cksum {} + | cksum)
build --output "$work/public"
status=$?
refused "a figure that would tell of one stops the build" 1 \
    '"zz-2024-117" is internal, but readers could work out what it is worth from 2024.regions.ARB.contributions'
if [ "$before" = "$(find "$work/public" -type f -exec cksum {} + | cksum)" ]; then
    echo "ok leak: what was published before stays"
else
    echo "not ok leak: what was published before stays"
fi
# Nor do other commands tell, or record what would.
for question in "figures" "figures --json 2024.contributions.partners" "explain 2024.regions.ARB.contributions" \
    "explain --csv 2024.regions.ARB.contributions" "export figures" "freeze tdag25-partnerships --date 2025-05-12"; do
    # shellcheck disable=SC2086  # words
    "$obj/accord" $question --content "$work/content" >"$work/out" 2>"$work/log"
    status=$?
    refused "nor is it told by $question" 1 '"zz-2024-117" is internal, but readers could work out'
    if [ -s "$work/out" ]; then
        echo "not ok leak: and $question prints nothing: $(head -n 1 "$work/out")"
    else
        echo "ok leak: and $question prints nothing"
    fi
done
