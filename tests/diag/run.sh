#!/bin/sh
# run.sh OBJ - what people read when the content is wrong (OBJ is build/<kind>).
#
# base/ is a small content without a fault, save for the words that the shipped templates name: they are
# put at the end of its strings.  A case is a folder named by the code it shows:
#   in/       files laid over a copy of base/
#   templates/  templates for the run (optional; else there are none)
#   remove    files to take away from the copy, one a line (optional)
#   prepare   shell commands, run within the copy, for what a repository cannot hold (optional)
#   args      options for accord check (optional)
#   stderr    what accord check must print, to the byte
#   stderr.fr, stderr.es  the same in French and Spanish: nothing of it is English
# The exit status is 1 when an error is among it, else 0, and the content stays as it was.
# Prints "ok NAME" or "not ok NAME: why" a line.
obj=${1:?usage: run.sh build/KIND}
accord=$(cd "$obj" && pwd)/accord
cases=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
failed=0

fail() {
    echo "not ok $1: $2"
    failed=1
}

# words.LANG: "id: text" of each that the shipped templates name.
root=$cases/../..
grep -oh '{{&*t\.[a-z_]*}}' "$root"/templates/*.mustache | sed 's/.*t\.\([a-z_]*\).*/\1/' | sort -u >"$work/named"
for lang in en es; do
    sed -n 's/^\([a-z_]*\): .*/\1 &/p' "$root/content/strings/$lang.yaml" | sort >"$work/all"
    join "$work/named" "$work/all" | cut -d ' ' -f 2- >"$work/words.$lang"
done

add_words() {
    for lang in en es; do
        cut -d : -f 1 "content/strings/$lang.yaml" >has
        awk -F : 'FILENAME == "has" { has[$1] = 1; next } !($1 in has)' has "words.$lang" >more
        cat more >>"content/strings/$lang.yaml"
    done
}

sums() {
    find content -type f -exec cksum {} + | sort -k 3
}

# run_case NAME - in a fresh folder, so that paths are content/...
run_case() {
    cd "$work" || exit 1
    rm -rf content templates
    cp -R "$cases/base" content
    if [ -d "$cases/$1/in" ]; then
        cp -R "$cases/$1/in/." content/
    fi
    if [ -d "$cases/$1/templates" ]; then
        cp -R "$cases/$1/templates" templates
    fi
    add_words
    if [ -f "$cases/$1/remove" ]; then
        while read -r file; do
            rm "content/$file"
        done <"$cases/$1/remove"
    fi
    if [ -f "$cases/$1/prepare" ]; then
        (cd content && sh "$cases/$1/prepare")
    fi
    args=
    if [ -f "$cases/$1/args" ]; then
        args=$(cat "$cases/$1/args")
    fi
    before=$(sums)
    # shellcheck disable=SC2086  # a list of words
    "$accord" check --content content --color never $args >out 2>err
    status=$?
    want=0
    if grep -q ': error: ' "$cases/$1/stderr"; then
        want=1
    fi
    if grep -q '\[file-unreadable\]$' "$cases/$1/stderr"; then
        want=3 # not the content's fault
    fi
    if ! cmp -s err "$cases/$1/stderr"; then
        fail "$1" "standard error differs"
        diff "$cases/$1/stderr" err
    elif [ "$status" -ne "$want" ]; then
        fail "$1" "exit $status instead of $want"
    elif [ -s out ]; then
        fail "$1" "it wrote to standard output"
    elif [ "$before" != "$(sums)" ]; then
        fail "$1" "the content was changed"
    else
        echo "ok $1"
    fi
}

# run_in LANG - the case that was run last, in another language.
run_in() {
    # shellcheck disable=SC2086  # a list of words
    "$accord" check --content content --color never --messages "$1" $args >out 2>err
    if ! cmp -s err "$cases/$2/stderr.$1"; then
        fail "$2" "standard error differs in $1"
        diff "$cases/$2/stderr.$1" err
    elif grep -v '^ *[0-9]* *|' err | grep ': ' | grep -F -x -q -f "$cases/$2/stderr"; then
        fail "$2" "English is left in $1"
    else
        echo "ok $2 in $1"
    fi
}

for dir in "$cases"/*/; do
    name=$(basename "$dir")
    [ "$name" = base ] && continue
    run_case "$name"
    run_in fr "$name"
    run_in es "$name"
done

# Every code of the rooms named below has a case here or a line in elsewhere, which says where
# it is tested.
codes=$cases/../../generator/base/diag_codes.h
for slug in $(awk '/^\/\* / { take = /(input|records|model|views|narrative)\/ \*\/$/ } take' "$codes" |
    tr '\n' ' ' | grep -o 'DIAG([A-Z_0-9]*, *[A-Z]*, *"[^"]*"' | sed 's/.*"\(.*\)"/\1/'); do
    if grep -q "^$slug " "$cases/elsewhere" || [ -d "$cases/$slug" ]; then
        continue
    fi
    fail "$slug" "this code has no case here and is not in elsewhere"
done
exit "$failed"
