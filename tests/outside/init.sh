#!/bin/sh
# init.sh OBJ - accord init: another organization's content builds at once, in the languages asked
# for, without warnings and without a word of the program's first user.
obj=${1:?usage: init.sh build/KIND}
suite=init
. "$(dirname "$0")/../tools/cli.sh"

# run STATUS NAME ARGUMENT... - as people call it: no folder is named, templates are those that ship
run() {
    want=$1 name=$2
    shift 2
    "$accord" "$@" --color never >out 2>err
    status=$?
    [ "$status" -eq "$want" ] && ok "$name" || fail "$name" "exit $status instead of $want"
}

first_user='ITU|UIT|МСЭ|国际电联|\bBDT\b|БРЭ|TDAG|GADT|GCDT|Telecommunication Development|电信发展|تنمية الاتصالات'

# --- what is refused ---
run 2 "a folder has to be named" init
run 2 "one only" init one two
mkdir full && touch full/.hidden
run 2 "one that is not empty is refused" init full
says err "as what it is" '"full" is not an empty folder'
run 2 "languages are known ones" init new --lang en,de
says err "by their codes" '"de" is none of en fr es ar zh ru'
run 2 "a name is not empty" init new --name ''
[ ! -e new ] && ok "and nothing is written" || fail "nothing is written" "new/ is there"

# --- what is made builds ---
for langs in en ar zh fr,ar ru,es en,fr,es,ar,zh,ru; do
    run 0 "begun in $langs" init "p-$langs" --lang "$langs" --name 'Harbour: "Ports" & #1'
    says out "$langs: what is next is said" "cd p-$langs; accord build"
    cd "p-$langs" || exit 1
    run 0 "$langs: it checks" check
    [ -s err ] && fail "$langs: without a warning" "$(head -3 err)" || ok "$langs: without a warning"
    run 0 "$langs: it builds" build
    for lang in $(echo "$langs" | tr , ' '); do
        says "output/site/$lang/index.html" "$lang of $langs: the site has its name" 'Harbour: &quot;Ports&quot; &amp; #1'
        says "output/site/$lang/documents/annual-report-2025/index.html" "$lang of $langs: the document has figures" \
            '2025.contributions.total/'
        pdftotext "output/documents/annual-report-2025.$lang.pdf" text
        if grep -q '1,400,000\.00\|1.400.000,00\|1 400 000,00' text; then
            ok "$lang of $langs: so has the paper"
        else
            fail "$lang of $langs: so has the paper" "$(grep -m 3 '00' text)"
        fi
        if qpdf --check "output/documents/annual-report-2025.$lang.pdf" >/dev/null 2>&1; then
            ok "$lang of $langs: the paper is sound"
        else
            fail "$lang of $langs: the paper is sound" "qpdf finds faults"
        fi
        if grep -qE "$first_user" text; then
            fail "$lang of $langs: nothing of others in the paper" "$(grep -E -m 3 "$first_user" text)"
        else
            ok "$lang of $langs: nothing of others in the paper"
        fi
    done
    others=$(find content output/site \( -name '??.yaml' -o -name '??.md' -o -type d -name '[a-z][a-z]' \) |
        sed 's|.*/||; s|\..*||' | sort -u | grep -vxF -e "$(echo "$langs" | tr , '\n')")
    [ -z "$others" ] && ok "$langs: no other languages" || fail "$langs: no other languages" "$others"
    found=$(grep -rlE "$first_user" content README.md output/site --include='*.html' --include='*.yaml' \
        --include='*.md' --include='*.xml' --include='*.js' --include='*.csv')
    [ -z "$found" ] && ok "$langs: nothing of others" || fail "$langs: nothing of others" "$found"
    cd ..
done

# --- it goes on ---
cd p-fr,ar || exit 1
says content/site.yaml "the first language is the default" 'default_language: fr'
says .gitignore "what is made is not kept" 'output/'
run 0 "a partner" new partner --name 'Port du lac' --type private-sector
run 0 "an agreement" new agreement --title 'Quais' --kind mou --signed 2025-06-01 --partner 'port du'
says out "with the next number, in the way of the first" content/agreements/2025/agreement-2025-002.yaml
run 0 "an edition" new edition 2026
run 0 "it checks" check
run 0 "and builds" build
says output/site/fr/documents/annual-report-2026/index.html "with the new year" '2026.contributions.total/'
says output/site/fr/agreements/agreement-2025-002/index.html "and the agreement" 'Quais'
