#!/bin/sh
# end_to_end.sh OBJ - what accord promises, shown on the shipped content: the printed figures in
# both languages, tables that add up, one edit that everything follows, builds alike to the byte
# wherever they run, and nothing touched when the content is wrong.
#
# end_to_end.py reads the results; pdf.sh asks the PDF's own tools, site.sh follows the links.
obj=${1:?usage: end_to_end.sh build/KIND}
accord=$(cd "$obj" && pwd)/accord
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d -p /dev/shm 2>/dev/null) || work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# result NAME FILE - ok when FILE is empty, else its first line is why.
result() {
    if [ -s "$2" ]; then
        echo "not ok $1: $(head -n 1 "$2")"
    else
        echo "ok $1"
    fi
}

# read_in FOLDER WHAT - end_to_end.py on a project folder, as one result a line.
read_in() {
    python3 "$here/end_to_end.py" "$2" "$1" 2>"$work/why" ||
        echo "not ok end to end: $2: $(tail -n 1 "$work/why")"
}

# project FOLDER - a copy of the content and templates, as somebody would have them.
project() {
    mkdir -p "$1"
    cp -R "$root/content" "$root/templates" "$1"
}

# make_all FOLDER - everything that the reader looks at, made inside of it.
make_all() {
    (cd "$1" && "$accord" build --quiet >build.txt 2>&1 &&
        "$accord" figures --json --quiet >figures.json 2>>build.txt &&
        "$accord" check --color never >/dev/null 2>check.txt) || return 1
    for pdf in "$1"/output/documents/*.pdf; do
        pdftotext "$pdf" "${pdf%.pdf}.txt" && pdftotext -layout "$pdf" "${pdf%.pdf}.lines"
    done
}

sums() {
    find "$@" -type f -exec cksum {} + | sort -k 3
}

# --- as shipped ---

project "$work/here"
make_all "$work/here" || echo "not ok end to end: builds: $(head -n 1 "$work/here/build.txt")"
cp -R "$work/here/output" "$work/first"
rm -f "$work"/first/documents/*.txt "$work"/first/documents/*.lines
read_in "$work/here" printed
read_in "$work/here" tables

# --- elsewhere, at another hour, in another country ---

far="$work/über den Bergen/and far away"
project "$far"
find "$far" -type f -exec touch -d '1999-12-31 23:59:59' {} +
(cd "$far" && TZ=Pacific/Kiritimati LC_ALL=es_ES.UTF-8 LANG=tr_TR.UTF-8 HOME=/nowhere \
    "$accord" build --quiet) >"$work/log" 2>&1
diff -r "$work/first" "$far/output" >"$work/diff" 2>&1
result "end to end: two builds are alike to the byte, in any folder, zone and locale" "$work/diff"
mkdir "$work/outside"
(cd "$work/outside" && umask 077 && TZ=America/St_Johns LC_ALL=C "$accord" build --quiet \
    --content "$far/content" --templates "$far/templates" --output "$work/outside/o") \
    >"$work/log" 2>&1
diff -r "$work/first" "$work/outside/o" >"$work/diff" 2>&1
result "end to end: nor does it matter how the folders are named" "$work/diff"

# --- one amount changes ---

cp -R "$work/here" "$work/changed"
file=$work/changed/content/agreements/2024/bdt-2024-033.yaml
sed -i 's/amount: 1100000\.00/amount: 2100000.00/' "$file"
cmp -s "$file" "$root/content/agreements/2024/bdt-2024-033.yaml" && echo "not ok end to end: the edit"
make_all "$work/changed" ||
    echo "not ok end to end: builds after an edit: $(head -n 1 "$work/changed/build.txt")"
read_in "$work/changed" changed
cp "$root/content/agreements/2024/bdt-2024-033.yaml" "$file"
(cd "$work/changed" && rm output/documents/*.txt output/documents/*.lines &&
    "$accord" build --quiet) >"$work/log" 2>&1
diff -r "$work/first" "$work/changed/output" >"$work/diff" 2>&1
result "end to end: the edit undone, everything is as it was" "$work/diff"

# --- the content is wrong ---

sed -i 's/partners: \[unicef/partners: [unicfe/' "$file"
before=$(sums "$work/changed/content" "$work/changed/output")
(cd "$work/changed" && "$accord" build --color never) >"$work/log" 2>&1
status=$?
: >"$work/why"
[ "$status" -eq 1 ] || echo "exit $status" >>"$work/why"
[ "$before" = "$(sums "$work/changed/content" "$work/changed/output")" ] ||
    echo "something was touched" >>"$work/why"
grep -q 'bdt-2024-033.yaml:12:12: error: unknown partner "unicfe"' "$work/log" &&
    grep -q 'did you mean "unicef"' "$work/log" || echo "the fault is not told" >>"$work/why"
result "end to end: a fault leaves output and content as they were" "$work/why"
