#!/bin/sh
# parts.sh OBJ - builds of some languages, or of one document: what they take away, what stays.
obj=${1:?usage: parts.sh build/KIND}
accord=$(cd "$obj" && pwd)/accord
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

cp -R tests/golden/small/content "$work/content"
cp -R content/strings "$work/content/strings"
cp -R templates "$work/templates"
cd "$work" || exit 1
record=content/agreements/2024/bdt-2024-004.yaml
page=agreements/bdt-2024-004/index.html

# result NAME FILE - fine when FILE is empty, else its first lines say why.
result() {
    if [ -s "$2" ]; then
        echo "not ok parts: $1: $(head -n 3 "$2" | tr '\n' ' ')"
    else
        echo "ok parts: $1"
    fi
}

# make ARGUMENT... - builds output/; what goes wrong is in log, the exit status in status.
make() {
    "$accord" build --quiet "$@" >log 2>&1
    status=$?
}

# sums - of all that is in output/ but accord's own lists
sums() {
    (cd output && find . -type f ! -path './.accord/*' -exec cksum {} + | sort -k 3)
}

make
result "the whole" log
cp -R output whole
echo mine >output/site/en/mine.txt
sums >before
make --lang en
sums >after
diff before after >>log
result "the same in one language changes nothing, not even the data" log

echo 'publish: internal' >>"$record"
make --lang en
grep -q 'content/agreements/2024/bdt-2024-004.yaml:.*(es).*\[internal-stays\]' log && [ $status -eq 1 ] &&
    : >log
sums | diff after - >>log
result "an agreement that is internal now stops it, while pages in Spanish name it" log
make --document yearly
grep -q '(en, es).*\[internal-stays\]' log && [ $status -eq 1 ] && : >log
sums | diff after - >>log
result "a document alone, too" log

rm -r output
make --lang en
[ -e output/site/es ] && echo "pages in Spanish were made" >>log
[ -e "output/site/en/$page" ] && echo "the page of an internal agreement was made" >>log
result "one language into an empty folder" log

rm -r output
sed -i '/^publish: internal$/d' "$record"
make --lang en
[ -e "output/site/en/$page" ] || echo "no page" >>log
name=$(sed -n 's/^title: {en: "\([^"]*\)".*/\1/p' "$record")
[ -n "$name" ] && grep -rq "$name" output/site/en || echo "the name \"$name\" is nowhere" >>log
echo mine >output/site/en/agreements/bdt-2024-004/mine.txt
echo 'publish: internal' >>"$record"
make --lang en
[ -e "output/site/en/$page" ] && echo "its page stays" >>log
[ -e output/site/en/agreements/bdt-2024-004/mine.txt ] || echo "a foreign file is gone" >>log
rm output/site/en/agreements/bdt-2024-004/mine.txt
grep -q 'hreflang="es"\|site/es' output/site/en/index.html output/site/sitemap.xml &&
    echo "English links to pages that are not there" >>log
grep -rl -e "$name" -e bdt-2024-004 output >>log
result "where only English was made, what is internal now is gone from all of it" log

rm -r output
cp -R whole output
sed -i '/^publish: internal$/d' "$record"
rm -r content/documents
make --lang en
find output -path '*yearly*en*' >>log
[ -e output/documents/yearly.es.pdf ] || echo "the paper in Spanish is gone" >>log
[ -e output/site/es/documents/yearly/index.html ] || echo "the page in Spanish is gone" >>log
result "a paper that is no more goes in the languages built" log
