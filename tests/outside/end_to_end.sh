#!/bin/sh
# end_to_end.sh OBJ - what accord promises, shown on the shipped content: the printed figures in
# both languages, tables that add up, one edit that everything follows, builds alike to the byte
# wherever they run, and nothing touched when the content is wrong.
#
# end_to_end.py reads the results; pdf.sh asks the PDF's own tools, site.sh follows the links.
obj=${1:?usage: end_to_end.sh build/KIND}
suite="end to end"
[ ! -w /dev/shm ] || TMPDIR=/dev/shm
export TMPDIR
. "$(dirname "$0")/../tools/cli.sh"

# read_in FOLDER WHAT - end_to_end.py on a project folder, as one result a line.
read_in() {
    python3 "$root/tests/outside/end_to_end.py" "$2" "$1" 2>why || fail "$2" "$(tail -n 1 why)"
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

# --- as shipped ---

project here
make_all here || fail "builds" "$(head -n 1 here/build.txt)"
cp -R here/output first
rm -f first/documents/*.txt first/documents/*.lines
read_in here printed
read_in here tables

# --- elsewhere, at another hour, in another country ---

far="$work/über den Bergen/and far away"
project "$far"
find "$far" -type f -exec touch -d '1999-12-31 23:59:59' {} +
(cd "$far" && TZ=Pacific/Kiritimati LC_ALL=es_ES.UTF-8 LANG=tr_TR.UTF-8 HOME=/nowhere \
    "$accord" build --quiet) >log 2>&1
diff -r first "$far/output" >differs 2>&1
clean "two builds are alike to the byte, in any folder, zone and locale" differs
mkdir outside
(cd outside && umask 077 && TZ=America/St_Johns LC_ALL=C "$accord" build --quiet \
    --content "$far/content" --templates "$far/templates" --output "$work/outside/o") \
    >log 2>&1
diff -r first outside/o >differs 2>&1
clean "nor does it matter how the folders are named" differs

# --- one amount changes ---

cp -R here changed
file=changed/content/agreements/2024/bdt-2024-033.yaml
sed -i 's/amount: 1100000\.00/amount: 2100000.00/' "$file"
cmp -s "$file" "$root/content/agreements/2024/bdt-2024-033.yaml" && fail "the edit" "nothing was changed"
make_all changed || fail "builds after an edit" "$(head -n 1 changed/build.txt)"
read_in changed changed
cp "$root/content/agreements/2024/bdt-2024-033.yaml" "$file"
(cd changed && rm output/documents/*.txt output/documents/*.lines &&
    "$accord" build --quiet) >log 2>&1
diff -r first changed/output >differs 2>&1
clean "the edit undone, everything is as it was" differs

# --- the content is wrong ---

sed -i 's/partners: \[unicef/partners: [unicfe/' "$file"
before=$(sums changed/content changed/output)
(cd changed && "$accord" build --color never) >log 2>&1
status=$?
: >why
[ "$status" -eq 1 ] || echo "exit $status" >>why
[ "$before" = "$(sums changed/content changed/output)" ] ||
    echo "something was touched" >>why
grep -q 'bdt-2024-033.yaml:12:12: error: unknown partner "unicfe"' log &&
    grep -q 'did you mean "unicef"' log || echo "the fault is not told" >>why
clean "a fault leaves output and content as they were" why
