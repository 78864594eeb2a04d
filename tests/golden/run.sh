#!/bin/sh
# run.sh OBJ [--update] - whole outputs that were looked at, to the byte (OBJ is build/<kind>).
#
# A case is a folder:
#   content/    a small content, without strings/: the words are those of the shipped content
#   held        what is held down, one a line: a file of the output by its path, or
#                 figures.json              what accord figures --json prints
#                 check.txt                 what accord check says
#                 <document>.<lang>.pages   the pages of a document as text (tests/tools/dump.c)
#   expected/   these files
# Templates are the shipped ones.  --update writes expected/ anew: look at what changed, on the
# rendered page, before it is committed.  Prints "ok NAME" or "not ok NAME: why" a line.
obj=${1:?usage: run.sh build/KIND [--update]}
update=$2
obj=$(cd "$obj" && pwd) || exit 1
cases=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$cases/../.." && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
failed=0

fail() {
    echo "not ok $1: $2"
    failed=1
}

# make_file NAME - puts what NAME stands for into got/NAME, in the case's work folder.
make_file() {
    mkdir -p "got/$(dirname "$1")"
    case $1 in
    figures.json) "$obj/accord" figures --json --quiet --content content --templates "$root/templates" \
            >"got/$1" ;;
    check.txt) "$obj/accord" check --color never --content content --templates "$root/templates" \
            2>"got/$1" ;;
    *.pages)
        document=${1%.pages}
        "$obj/tools/dump" content "$root/templates" "${document%.*}" "${document##*.}" \
            >"got/$1" 2>dump.txt
        ;;
    # names of style sheets and scripts change with their bytes, which are not held here
    *.html) sed 's/\.[0-9a-f]\{8\}\.\(css\|js\)"/.SUM.\1"/' "output/$1" >"got/$1" ;;
    *) cp "output/$1" "got/$1" ;;
    esac
}

# run_case NAME - in a fresh folder, so that paths are content/...
run_case() {
    mkdir "$work/$1"
    cd "$work/$1" || exit 1
    cp -R "$cases/$1/content" content
    cp -R "$root/content/strings" content/strings
    if ! "$obj/accord" build --quiet --content content --templates "$root/templates" \
        --output output >build.txt 2>&1; then
        fail "golden $1" "it does not build"
        cat build.txt
        return
    fi
    while read -r name; do
        if ! make_file "$name"; then
            fail "golden $1/$name" "it cannot be made"
        elif [ -z "$update" ] && ! cmp -s "got/$name" "$cases/$1/expected/$name"; then
            fail "golden $1/$name" "it is not what was looked at"
            diff "$cases/$1/expected/$name" "got/$name" | cut -c 1-300 | head -n 20
        else
            echo "ok golden $1/$name"
        fi
    done <"$cases/$1/held"
    if [ -n "$update" ]; then
        rm -rf "$cases/$1/expected"
        cp -R got "$cases/$1/expected"
    fi
}

for dir in "$cases"/*/; do
    run_case "$(basename "$dir")"
done
exit "$failed"
