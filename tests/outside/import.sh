#!/bin/sh
# import.sh OBJ - accord import: lists from elsewhere become files, and what is at fault is told.
#
# tests/import/<name>/ has a list.csv that cannot be taken over (map.yaml and args are optional),
# and stderr, what is said of it, to the byte; in/ is laid over the content of tests/diag/base.
obj=${1:?usage: import.sh build/KIND}
suite=import
. "$(dirname "$0")/../tools/cli.sh"

for dir in "$root"/tests/import/*/; do
    name=$(basename "$dir")
    rm -rf list.csv map.yaml gifts.csv content
    cp -R "$root/tests/diag/base" content
    [ ! -d "$dir/in" ] || cp -R "$dir/in/." content/
    before=$(sums content)
    cp "$dir"*.csv .
    [ ! -f "$dir/map.yaml" ] || cp "$dir/map.yaml" .
    args=
    [ ! -f "$dir/args" ] || args=$(cat "$dir/args")
    # shellcheck disable=SC2086  # a list of words
    accord 1 "$name: it is refused" import list.csv $args
    [ -z "$UPDATE" ] || cp err "$dir/stderr"
    if diff "$dir/stderr" err; then
        ok "$name: and told why"
    else
        fail "$name" "standard error differs"
    fi
    same "$name: nothing is written" "$before" "$(sums content)"
done

# Every code has a case.
for slug in $(grep -o '"import-[a-z-]*"' "$root/generator/base/diag_codes.h" | tr -d '"'); do
    if grep -q "\\[$slug\\]\$" "$root"/tests/import/*/stderr; then
        ok "$slug has a case"
    else
        fail "$slug" "has no case"
    fi
done

# --- what accord exports comes back with the same figures ---

rm -rf content
cp -R "$root/content" content
run() {
    "$accord" "$@" --content content --templates "$root/templates"
}
run figures >figures.before 2>/dev/null
run export agreements --profile internal >list.csv 2>/dev/null
run export contributions --profile internal >gifts.csv 2>/dev/null
run export agreements --profile internal --format json >before.json 2>/dev/null
mv content/agreements agreements.before
mkdir content/agreements
accord 0 "accord's own files can be read without a map" import list.csv --contributions gifts.csv \
    --numbers 1234.56
says out "and all rows come" \
    "rows: $(find agreements.before -name '*.yaml' | wc -l); agreements: $(find agreements.before -name '*.yaml' | wc -l), new partners: 0; rows left out: 0"
run figures >figures.after 2>/dev/null
same "no figure has changed" "$(cat figures.before)" "$(cat figures.after)"
run export agreements --profile internal --format json >after.json 2>/dev/null
same "nor anything that is exported" "$(cksum <before.json)" "$(cksum <after.json)"
says content/agreements/2024/bdt-2024-033.yaml "files name their schema" \
    '# yaml-language-server: $schema=../../.schema/agreement.json'
before=$(sums content)
accord 1 "what is there is never overwritten" import list.csv --contributions gifts.csv
says err "which is said" '[duplicate-id]'
same "and nothing is written" "$before" "$(sums content)"

# --- other signs between cells ---

rm -rf content
cp -R "$root/tests/diag/base" content
cat >list.csv <<'END'
Title;Kind;Signed;Partners;Amount;Currency;Amount.2;Currency.2;From.2
"One; with a sign
and a line";mou;03/04/2024;GSM Association|UNICEF;;;1.234,50;EUR;ITU
Two;voluntary-contribution;1 de abril de 2024;unicef;2.000.000,00;USD;;;
END
accord 1 "dates and numbers are not guessed" import list.csv
says err "but refused" '[import-date-ambiguous]'
accord 0 "a dry run is made" import list.csv --dates dmy --numbers 1.234,56 --dry-run
says out "which says what would be written" 'would write content/agreements/2024/bdt-2024-018.yaml'
says out "and how the list was read" 'list.csv: cells divided by semicolon, as in its first line'
[ ! -e content/agreements/2024/bdt-2024-018.yaml ] || fail "a dry run" "wrote"
accord 0 "and it is done" import list.csv --dates dmy --numbers 1.234,56
says content/agreements/2024/bdt-2024-018.yaml "in the order stated" 'signed: 2024-04-03'
says content/agreements/2024/bdt-2024-018.yaml "with the numbers stated" \
    '  - {from: itu, amount: 1234.50, currency: EUR}'
says content/agreements/2024/bdt-2024-018.yaml "partners by name" 'partners: [gsma, unicef]'
says content/agreements/2024/bdt-2024-019.yaml "months by name" 'signed: 2024-04-01'
says content/agreements/2024/bdt-2024-019.yaml "and the only partner gives" \
    '  - {from: unicef, amount: 2000000.00, currency: USD}'
# As spreadsheets write it: a line that states what divides cells, and UTF-16.
for line in 'sep=;\n' '"sep=;"\r\n' 'SEP=;\n'; do
    printf "${line}title;kind;signed;partners\nA, b;mou;2024-03-01;unicef\n" >sep.csv
    accord 0 "a line $line states what divides cells" import sep.csv --dry-run
    says out "which is told" 'sep.csv: cells divided by semicolon, as in its first line'
    says out "and no row" 'rows: 1;'
done
printf 'sep=,\ntitle;kind;signed;partners\nA;mu;2024-03-01;unicef\n' >sep.csv
accord 1 "what is stated to accord counts more" import sep.csv --delimiter semicolon --dry-run
says err "and places are those of the file" 'sep.csv:3:3: error'
for form in UTF-16LE UTF-16BE UTF-32LE UTF-32BE; do
    for mark in '\357\273\277' ''; do
        printf "${mark}title;kind;signed;partners\nÉ;mou;2024-03-01;unicef\n" | iconv -f UTF-8 -t $form >utf16.csv
        accord 1 "a list in $form${mark:+ with a mark} is refused" import utf16.csv --dry-run
        says err "as what it is" "utf16.csv: error: this file is ${form%?E}, not UTF-8"
        lacks=$(grep -c WINDOWS-1252 err)
        same "and nothing else is guessed" 0 "$lacks"
    done
done
printf '\n\r\n  \ntitle;kind;signed;partners\nA, b;mou;2024-03-01;unicef\n' >blank.csv
accord 0 "blank lines before the first one" import blank.csv --dry-run
says out "are no line that tells what divides cells" 'blank.csv: cells divided by semicolon, as in its first line'
printf '\n \n' >blank.csv
accord 1 "a list of nothing but these" import blank.csv
says err "is an empty file" 'blank.csv: error: this file is empty [empty-file]'
printf 'id,title,kind,signed,partners\nCON,A,mou,2024-03-01,unicef\nB-1,B,mou,2024-03-01,unicef\n' >con.csv
accord 1 "what cannot be ids" import con.csv
says err "is told with what can" 'did you mean "b-1"?'
same "and not with what Windows keeps for a device" 0 "$(grep -c 'did you mean "con"' err)"
says out "and rows at fault are counted" 'rows: 2; rows at fault: 2; nothing was written'
for to in content/partners/rest.csv "$work/content/rest.csv"; do
    accord 2 "rows left out do not go into the content: $to" import con.csv --rest "$to"
    says err "which is said" "is inside the content; name another with --rest FILE"
    [ ! -e "$to" ] || fail "a list in the content" "was written"
done
long=$(printf 'a%.0s' $(seq 196))
printf "id,title,kind,signed,partners\n$long,A,mou,2024-03-01,unicef\n" >long.csv
accord 1 "an id that no name of a file has room for is refused" import long.csv
says err "at its cell" 'long.csv:2:1: error: this name of a file cannot be used: it is longer than 200 bytes'
printf 'title,kind,signed,partners\nA,mou,2024-03-01,"united  nations Children`s ""FUND"""\n' >typed.csv
accord 0 "a name on file is found however it is typed" import typed.csv --new-partners --dry-run
says out "and makes no second partner" 'agreements: 1, new partners: 0'
printf '\357\273\277id\ttitle_es\tkind\tsigned\tpartners\r\nx-9\tNueve, "y" m\303\241s\tmou\t2024-03-01T00:00:00\tunicef\r\n' |
    sed 's/"y"/y/' >tabs.csv
accord 0 "tabs, a mark of byte order and Windows' ends of lines are read" import tabs.csv
says content/agreements/2024/x-9.yaml "as they are" '  es: Nueve, y más'

# --- a map, new partners, rows that are left out ---

cat >list.csv <<'END'
Titel,Art,Unterschrift,Partner 1,Partner 2,Betrag,Notiz
Netz,MoU,2024-07-01,UNICEF,Sample union: "north",5,x
Zwei,???,2024-07-02,UNICEF,,,
Drei,MoU,2024-07-03,UNICEF,,7
Vier,MoU,2024-07-04,Sample union: "north",,,
END
sed 's/"north"/""north""/; s/Sample union[^,]*/"&"/' list.csv >quoted.csv && mv quoted.csv list.csv
accord 1 "columns that are not known are refused" import list.csv
says out "with a map to go on with" '  Unterschrift: "?"'
cat >map.yaml <<'END'
lists: ";"
ids: imp
columns:
  Titel: title_en
  Art: kind
  Unterschrift: signed
  Partner 1: partners
  Partner 2: partners
  Betrag: amount
  Notiz: ignore
constants: {currency: USD, partner_type: private sector, sample: "true", from: itu}
values:
  kind: {MoU: mou}
END
before=$(sums content)
accord 1 "by default all rows or none" import list.csv --map map.yaml --new-partners
same "are written" "$before" "$(sums content)"
accord 1 "else what is left out is said" import list.csv --map map.yaml --new-partners --rest rest.csv
says out "and the rest written" 'rows: 4; agreements: 2, new partners: 1; rows left out: 2'
same "with the rows left out in a list of their own" "$(cat rest.csv)" "$(sed -n '1p;3,4p' list.csv)"
says content/partners/sample-union-north.yaml "a new partner has a file" 'name: "Sample union: \"north\""'
says content/agreements/2024/imp-2024-002.yaml "that later rows name" 'partners: [sample-union-north]'
accord 1 "what is left out is printed" import list.csv --map map.yaml --rest - --dry-run
same "where there is no file for it" "$(cat out)" "$(sed -n '1p;3,4p' list.csv)"
says err "and what is said is beside it" 'rows: 4; agreements: 2, new partners: 0; rows left out: 2'
[ ! -e ./- ] || fail "standard output" "is a file"
sed '2d;5d' list.csv >faulty.csv
accord 1 "where all rows are at fault" import faulty.csv --map map.yaml --rest all.csv
same "all are left out" "$(cat all.csv)" "$(cat faulty.csv)"
says out "and counted" 'rows: 2; agreements: 0, new partners: 0; rows left out: 2'
accord 1 "a list of rows left out is not overwritten" import list.csv --map map.yaml --rest rest.csv
sed 's/x-9/x-10/' tabs.csv >again.csv
accord 0 "what was made can be read" import again.csv
accord 2 "one list at a time" import
accord 3 "that is there" import nowhere.csv

# --- columns without end ---

{
    printf 'id,title_en,kind,signed,partners,amount,currency'
    head -c 50000 /dev/zero | tr '\0' ,
} >wide.csv
(
    ulimit -t 10
    accord 1 "a list of thousands of columns is refused at once" import wide.csv --dry-run
)
says err "where it is" 'wide.csv:1:543: error: this row has more than 500 cells'
same "and once" "$(grep -c ' error: ' err)" 1

python3 "$root/tests/outside/import_odd.py" "$accord" "$root/tests/golden/small/content"
