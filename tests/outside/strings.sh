#!/bin/sh
# strings.sh OBJ - accord strings: texts to translators and back, as XLIFF 2.0.
obj=${1:?usage: strings.sh build/KIND}
suite=strings
. "$(dirname "$0")/../tools/cli.sh"
cp -R "$root/content" content

# texts - the sums of the files with texts; what they were translated from is beside them
texts() {
    sums content | grep '\.yaml$'
}

before=$(texts)
accord 0 "a file a language is made" strings export --output x
if xmllint --noout x/fr.xlf x/es.xlf x/ar.xlf x/zh.xlf x/ru.xlf && [ ! -e x/en.xlf ]; then
    ok "of those translated into, well-formed"
else
    fail "of those translated into, well-formed" "they are not"
fi
forms() {
    grep -o 'unit id="n_agreements\.[a-z]*"' "x/$1.xlf" | sed 's/.*\.\(.*\)"/\1/' | tr '\n' ' '
}
same "Arabic has six forms" "$(forms ar)" "zero one two few many other "
same "Russian four" "$(forms ru)" "one few many other "
same "French two" "$(forms fr)" "one other "
same "Chinese one" "$(forms zh)" "other "
says x/ar.xlf "what is filled in is a placeholder" '<data id="d1">{share}</data>'
says x/fr.xlf "texts say where they are from" '>content/strings/en.yaml:'
for id in $(sed -n 's/^id: //p' $(grep -rl 'publish: internal' content/agreements)); do
    if grep -q "$id" x/fr.xlf; then
        fail "internal agreements stay inside" "$id is in the file"
    fi
done
ok "internal agreements stay inside"
public=$(cksum <x/fr.xlf)
sed -n '/^type:/p; /^country:/p; /^sample:/p; s/^id: .*/id: secretpa\nname: {en: Hush trust}/p' content/partners/unicef.yaml \
    >content/partners/secretpa.yaml
accord 0 "a partner that signs nothing yet" strings export --lang fr
says out "is for translators" 'id="partners_secretpa"'
printf '%s\n' 'id: secret-001' 'title: {en: Hush study}' 'kind: mou' 'signed: 2024-12-31' 'partners: [secretpa]' \
    'publish: internal' 'sample: true' >content/agreements/2024/secret-001.yaml
accord 0 "one that signs only what is internal" strings export --lang fr
same "stays inside with it" "$public" "$(cksum <out)"
accord 0 "nor is it listed as missing" strings status --lang fr
if grep -qi 'secret\|hush' out; then
    fail "by its file" "$(grep -i 'secret\|hush' out)"
else
    ok "by its file"
fi
rm content/partners/secretpa.yaml content/agreements/2024/secret-001.yaml
# Another program reads them: the npm package xliff, in the version of tests/xliff/package-lock.json.
why=$(cd "$root" && sh tests/tools/node_packages.sh tests/xliff build/xliff)
if [ $? -ne 0 ]; then
    [ -n "$CI" ] && fail "the npm package xliff" "$why" || echo "ok strings: the npm package xliff # SKIP $why"
elif node "$root/tests/xliff/main.js" "$root/build/xliff" x/ar.xlf >out 2>err; then
    ok "the npm package xliff reads every unit"
else
    fail "the npm package xliff reads every unit" "$(cat err)"
fi
accord 0 "taken back unchanged" strings import x/ru.xlf
says out "nothing is said to have changed" 'ru: texts changed: 0, '
same "and no file has" "$before" "$(texts)"

# A source that changes makes its translation stale, with what it was made of on record.
accord 0 "the state is told" strings status --lang ru
says out "nothing is stale" ', stale: 0, of a source not on record: 0'
sed -i 's/^agreement: "Agreement"$/agreement: "Signed agreement"/' content/strings/en.yaml
accord 0 "a source changes" strings status --lang ru
says out "what it makes stale is listed" ': stale: strings agreement'
accord 0 "and marked for translators" strings export --lang ru
says out "as to be reviewed" 'subState="accord:needs-review"'
accord 0 "an older file can come back" strings import x/ru.xlf
says err "and is told to be of an older source" '[xliff-stale]'
accord 0 "it stays stale" strings status --lang ru
says out "until it is translated from the new one" ': stale: strings agreement'
"$accord" strings export --lang ru --content content --templates "$root/templates" >ru.xlf
accord 0 "as it is then" strings import ru.xlf
accord 0 "by that" strings status --lang ru
says out "nothing is stale any more" ', stale: 0,'
sed -i 's/^agreement: "Signed agreement"$/agreement: "Agreement"/' content/strings/en.yaml

# What cannot be right is refused, and nothing is written.
before=$(texts)
refused() { # NAME SLUG SED-SCRIPT
    sed "$3" x/fr.xlf >bad.xlf
    cmp -s x/fr.xlf bad.xlf && fail "$1" "the case is none"
    accord 1 "$1: it is refused" strings import bad.xlf
    says err "$1: and told why" "[$2]"
    same "$1: nothing is written" "$before" "$(texts)"
}
refused "a placeholder is lost" xliff-placeholder-lost \
    '/<unit id="share_of_agreement">/s/<target\([^>]*\)><ph [^>]*>/<target\1>/'
refused "a placeholder is another" xliff-placeholder-new \
    '/<unit id="share_of_agreement">/s/<data id="d1">{share}</<data id="d1">{sahre}</'
refused "a tag is none" xliff-bad 's/<\/xliff>/<\/xlif>/'
refused "a DTD" xliff-bad 's/^<xliff/<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:\/\/\/etc\/passwd">]>\n<xliff/'
refused "a message that is none" xliff-message \
    '/<unit id="partner_represented">/s/<target\([^>]*\)>/<target\1>{/'
refused "another language" xliff-target 's/trgLang="fr"/trgLang="de"/'
refused "another source" xliff-language 's/srcLang="en"/srcLang="es"/'
refused "another version" xliff-bad 's/version="2.0" srcLang/version="1.2" srcLang/'
refused "an element that no text has" xliff-bad \
    '/<unit id="agreements">/s/<target\([^>]*\)>/<target\1><pc id="9">x<\/pc>/'
sed '/<unit id="agreements">/s/<target[^>]*>[^<]*</<target> </; s/<unit id="partner">/<unit id="partnr">/' x/fr.xlf >part.xlf
accord 0 "an empty text and one that is unknown" strings import part.xlf
says err "are told" '[xliff-unit]'
same "and change nothing" "$before" "$(texts)"
python3 -c 'import re, sys
print(re.sub(r"(<unit id=\"n_agreements.one\">.*?<target[^>]*>).*?</target>", r"\1un seul accord</target>", sys.stdin.read(),
             count=1, flags=re.S), end="")' <x/fr.xlf >one.xlf
accord 0 "a dry run" strings import one.xlf --dry-run
says out "says what would be written" 'would write content/strings/fr.yaml'
same "and writes nothing" "$before" "$(texts)"
accord 0 "one form is changed" strings import one.xlf
says content/strings/fr.yaml "in its message" \
    'n_agreements: "{count, plural, one {un seul accord} other {# accords}}"'
same "and no other line" "$(diff "$root/content/strings/fr.yaml" content/strings/fr.yaml | grep -c '^[<>]')" 2

# Every code has a case.
for slug in $(grep -o '"xliff-[a-z-]*"' "$root/generator/base/diag_codes.h" | tr -d '"'); do
    grep -q "\b$slug\b" "$root/tests/outside/strings.sh" || fail "$slug" "has no case"
done

# A text that was missing finds its place.
cp "$root/content/strings/fr.yaml" content/strings/fr.yaml
sed -i '/^partner: /d' content/strings/fr.yaml
sed -i '/^  fr: /d' content/partners/unicef.yaml
accord 0 "what is missing is listed" strings status --lang fr
says out "with its place" 'content/partners/unicef.yaml:3: missing: partners_unicef name'
accord 0 "and comes back" strings import x/fr.xlf
same "where it was" "$(cat "$root/content/strings/fr.yaml")" "$(cat content/strings/fr.yaml)"
says content/partners/unicef.yaml "or behind the others" "  fr: Fonds des Nations Unies pour l’enfance"
sed -i '/^n_partners: /d' content/strings/fr.yaml
"$accord" strings export --lang fr --content content --templates "$root/templates" 2>/dev/null |
    python3 -c 'import re, sys
print(re.sub(r"(<unit id=\"n_partners.one\">.*?</source>)", r"\1<target>un seul</target>", sys.stdin.read(),
             count=1, flags=re.S), end="")' >half.xlf
before=$(texts)
accord 0 "half a sentence" strings import half.xlf
says err "waits for its other forms" '[xliff-forms]'
same "and nothing is written" "$before" "$(texts)"
python3 -c 'import re, sys
text = sys.stdin.read()
text = re.sub(r"(<unit id=\"n_agreements.few\">.*?<target[^>]*>)", r"\1X ", text, count=1, flags=re.S)
print(re.sub(r"(<unit id=\"n_agreements.many\">.*?)<target.*?</target>", r"\1", text, count=1, flags=re.S), end="")' \
    <x/ar.xlf >half.xlf
cmp -s x/ar.xlf half.xlf && fail "half a set" "the case is none"
before=$(texts)
accord 0 "a form that lost its translation" strings import half.xlf
says err "is named" '[xliff-forms]'
says err "with its word" 'many missing'
says out "and is not counted as a change" 'ar: texts changed: 0, '
same "the text stays as it was" "$before" "$(texts)"
python3 -c 'import re, sys; print(re.sub("<target.*?</target>", "", sys.stdin.read(), flags=re.S), end="")' \
    <x/ar.xlf >none.xlf
accord 0 "a file without translations" strings import none.xlf
says err "is told to be one" '[xliff-empty]'
accord 2 "what to do is asked for" strings
accord 2 "with its file" strings import
accord 2 "and a language that is translated into" strings export --lang en
accord 0 "one language goes to standard output" strings export --lang fr --output -
says out "as a text" '<xliff '
accord 2 "several do not" strings export --lang fr,ar --output -
says err "which is said" 'name a folder with --output DIR'
accord 2 "nor does a build" build --output -
says err "which is said of it, too" 'accord build: what is made are several files'
[ ! -e ./- ] || fail "standard output" "is a folder"

# Readers are told of what is not there in their language, on pages and on paper.
cp -R "$root/content/." content/
rm -r content/.translated
sed -i '/^  \(fr\|ar\):/d' content/partners/unicef.yaml
accord 0 "without a name in two languages" build --lang fr,ar --output o
says o/site/fr/partners/index.html "a list of the site says which it is in" \
    'lang="en">United Nations Children’s Fund</a><span class="tongue"> [anglais]</span>'
says o/site/ar/years/2024/index.html "in the words of its own" '<span class="tongue"> [الإنكليزية]</span>'
says o/site/fr/search/index.html "and so do results of searches" ' [anglais]'
pdftotext -layout o/documents/tdag25-partnerships.fr.pdf o/fr.txt
says o/fr.txt "and tables of the paper" 'United Nations Children’s Fund [anglais]'
cp "$root/content/partners/unicef.yaml" content/partners/unicef.yaml
python3 "$root/tests/outside/strings.py" "$accord" "$root/templates" ar fr zh
