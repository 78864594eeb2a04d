#!/bin/sh
# run.sh OBJ - the cases of tests/spec/*.json through "accord render", as a user would run them,
# and what it says of the faulty templates of tests/spec/faults/, each named by its code.
# Prints "ok NAME" or "not ok NAME: why" a line.
obj=${1:?usage: run.sh build/KIND}
accord=$(cd "$obj" && pwd)/accord
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM

# One line a case, its parts in base64, since templates hold line ends and blanks.
parts='.cases[] | [.rule, .template, (.data | tojson), .expected] + [(.partials // {}) |
    to_entries[] | .key, .value] | map(@base64 | "." + .) | join(" ")'

# part TEXT FILE - writes a part; the dot before it keeps empty parts in their column.
part() {
    printf %s "${1#.}" | base64 -d >"$2"
}

run() {
    name=$1
    shift
    rm -rf "$dir/partials" && mkdir "$dir/partials"
    part "$1" "$dir/rule"
    part "$2" "$dir/template.mustache"
    part "$3" "$dir/data.yaml"
    part "$4" "$dir/expected"
    shift 4
    while [ $# -gt 1 ]; do
        part "$1" "$dir/partial"
        file=$dir/partials/$(cat "$dir/partial").mustache
        mkdir -p "${file%/*}"
        part "$2" "$file"
        shift 2
    done
    rule="$name: $(cat "$dir/rule")"
    "$accord" render "$dir/template.mustache" --data "$dir/data.yaml" \
        --partials "$dir/partials" >"$dir/got" 2>"$dir/err"
    status=$?
    if [ $status -ne 0 ]; then
        echo "not ok $rule: exit $status"
        cat "$dir/err"
    elif ! cmp -s "$dir/got" "$dir/expected"; then
        echo "not ok $rule: other output"
        diff "$dir/expected" "$dir/got"
    else
        echo "ok $rule"
    fi
}

for file in tests/spec/*.json; do
    name=${file##*/}
    jq -r "$parts" "$file" >"$dir/cases" || echo "not ok $name: jq cannot read it"
    while read -r line; do
        # shellcheck disable=SC2086  # the parts are words
        run "${name%.json}" $line </dev/null
    done <"$dir/cases"
done

# A faulty template prints nothing but its messages; with warnings alone it is rendered.
for case in tests/spec/faults/template-*; do
    name=${case##*/}
    set -- render template.mustache --data ../data.yaml --color never
    [ ! -d "$case/partials" ] || set -- "$@" --partials partials
    (cd "$case" && "$accord" "$@") >"$dir/got" 2>"$dir/err"
    status=$?
    want=0
    ! grep -q ': error: ' "$case/stderr" || want=1
    : >"$dir/none"
    expected=$dir/none
    [ ! -f "$case/stdout" ] || expected=$case/stdout
    if ! cmp -s "$dir/err" "$case/stderr"; then
        echo "not ok $name: other messages"
        diff "$case/stderr" "$dir/err"
    elif ! cmp -s "$dir/got" "$expected"; then
        echo "not ok $name: other output"
        diff "$expected" "$dir/got"
    elif [ $status -ne $want ]; then
        echo "not ok $name: exit $status instead of $want"
    else
        echo "ok $name"
    fi
done

# Every code of template/ has its case, here or, where it takes a whole site to see the fault, in
# tests/outside/templates.sh; two limits would take long to reach, and are tested by
# tests/unit/test_template_render.c.
for slug in $(awk '/^\/\* / { take = /template\/ \*\/$/ } take' generator/base/diag_codes.h |
    grep -o '"template-[a-z-]*"' | tr -d '"'); do
    case $slug in template-too-large | template-too-long) continue ;; esac
    [ -d "tests/spec/faults/$slug" ] || grep -qF "[$slug]" tests/outside/templates.sh ||
        echo "not ok $slug: no test shows this code"
done
