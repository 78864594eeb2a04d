#!/bin/sh
# run.sh OBJ - the content as editors see it: accord schema, and what the YAML language server makes
# of it.  Needs Node 18 or later with npm, and the packages of package-lock.json: installed under
# build/ when missing.  Where that cannot be, it is skipped with a word; where CI is set, it fails.
obj=${1:?usage: run.sh build/KIND}
here=tests/editor
kept=build/editor

why=$(sh tests/tools/node_packages.sh $here $kept)
if [ $? -ne 0 ]; then
    [ -n "$CI" ] && echo "not ok editor: $why" || echo "ok editor # SKIP $why"
    exit 0
fi
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# expect NAME STATUS FILE TEXT - of the accord run last, whose status is in $status
expect() {
    if [ "$status" -ne "$2" ] || ! grep -qF -e "$4" "$work/$3"; then
        echo "not ok schema: $1: exit $status"
        cat "$work/err"
    else
        echo "ok schema: $1"
    fi
}
schema() {
    "$obj/accord" schema --content "$work/content" "$@" >"$work/out" 2>"$work/err"
    status=$?
}

cp -R content "$work/content" && chmod -R u+w "$work/content"
schema
expect "the names" 0 out agreement-kinds
schema agrement
expect "an unknown name" 2 err 'did you mean "agreement"?'
schema agreement partner
expect "two names" 2 err '"partner" is one too many'
schema --write
expect "all are written" 0 out ".schema: 16 schemas"
schema --write
expect "all are written again" 0 out ".schema: 16 schemas"
"$obj/accord" check --content "$work/content" >"$work/out" 2>"$work/err"
status=$?
cat "$work/err" >>"$work/out"
grep -q '\.schema' "$work/out" && echo "not ok schema: check speaks of the schemas"
schema regions
cmp -s "$work/out" "$work/content/.schema/regions.json" || echo "not ok schema: the file is another"

NODE_PATH=$kept/node_modules node $here/main.js "$work/content"
